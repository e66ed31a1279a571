import type { MatterMailWords } from "./words.ts";

/** Mails about matters in Japanese. */
export const ja: MatterMailWords = {
  subject: (heading, contract) => (contract ? `${heading}（契約 ${contract}）` : heading),
  contract: "契約番号",
  facts: {
    happenedOn: "対象の日",
    openedOn: "受付日",
    dueOn: "期限",
    dutyUntil: "義務の最終日",
    settledOn: "完了日",
    note: "内容",
  },
  values: {
    companyName: "会社名",
    companyNameKana: "会社名（カナ）",
    representative: "代表者",
    postalCode: "郵便番号",
    prefecture: "都道府県",
    city: "市区町村",
    street: "番地・建物",
    phone: "電話番号",
    contactName: "担当者",
    contactEmail: "担当者のメールアドレス",
    personName: "氏名",
    department: "部署",
    email: "メールアドレス",
  },
  change: (before, after) => `${before} → ${after}`,
  action: "ポータルで確認",
  mails: {
    "change-received": {
      heading: "変更の届出の受付",
      lead: "届出事項の変更を受け付けました。証明書類を確認し、反映したときに改めてお知らせします。",
    },
    "change-evidence-asked": {
      heading: "証明書類のお願い",
      lead: "届出事項の変更を確かめるために、次の書類が必要です。ポータルで届出に添付してください。",
    },
    "change-applied": {
      heading: "届出事項の変更の反映",
      lead: "届け出られた変更を反映しました。これからの書類とメールには、新しい内容を用います。",
    },
    "change-refused": {
      heading: "変更の届出を受理できないことのお知らせ",
      lead: "届け出られた変更は、次の理由で受理できません。これまでの内容のままです。",
    },
    "material-asked": {
      heading: "資料・援助のお願い",
      lead: "本サービスのために、次のご協力をお願いします。期限までにポータルでご回答ください。",
    },
    "material-reminder": {
      heading: "資料・援助の再度のお願い",
      lead: "お願いした資料または援助の期限を過ぎています。提供されないために当社の作業が遅れても、当社は責任を負いません。",
    },
    "material-received": {
      heading: "資料・援助の受入れ",
      lead: "提供いただいたものを受け入れました。物や資料は、要らなくなったとき、契約が終わったとき、またはお求めのときに、返すか廃棄します。",
    },
    "material-asked-again": {
      heading: "資料・援助の改めてのお願い",
      lead: "提供いただいたものに不足または誤りがありました。次の内容を改めてお願いします。",
    },
    "material-to-return": {
      heading: "お預かりした資料の返還の準備",
      lead: "契約が終わったため、お預かりした資料を返すか廃棄します。終わりましたらお知らせします。",
    },
    "material-returned": {
      heading: "資料の返還のお知らせ",
      lead: "お預かりした資料をお返ししました。",
    },
    "material-disposed": {
      heading: "資料の廃棄のお知らせ",
      lead: "お預かりした資料を廃棄しました。",
    },
    "inquiry-asked": {
      heading: "接続機器の点検・報告のお願い",
      lead: "お貸ししている接続機器について、次の点検または報告をお願いします。写真を添えてポータルでご回答いただけます。",
    },
    "inquiry-reminder": {
      heading: "接続機器の点検・報告の再度のお願い",
      lead: "接続機器の点検または報告の期限を過ぎています。ポータルでご回答ください。",
    },
    "inquiry-asked-again": {
      heading: "接続機器の点検・報告の改めてのお願い",
      lead: "ご回答について、次の点を改めてお願いします。",
    },
    "inquiry-closed": {
      heading: "接続機器についてのご回答の確認",
      lead: "接続機器についてのご回答を確認しました。ご協力ありがとうございました。",
    },
    "claim-received": {
      heading: "権利主張の通知の受付",
      lead: "第三者の権利主張についての通知が届きました。担当者が受領を確認し、改めてお知らせします。",
    },
    "claim-acknowledged": {
      heading: "権利主張の通知の受領の確認",
      lead: "第三者の権利主張についての通知を書面で受領しました。機器についてのときは、当社の物であることをお示しください。",
    },
    "claim-defended": {
      heading: "権利主張への当社の対応",
      lead: "第三者の権利主張について、当社の費用と責任で解決に当たります。",
    },
    "claim-excluded": {
      heading: "権利主張についての判断",
      lead: "第三者の権利主張は、次の理由により、お客様の責任と費用で解決いただくものと判断しました。",
    },
    "claim-closed": {
      heading: "権利主張の対応の終了",
      lead: "第三者の権利主張についての対応が終わりました。",
    },
    "incident-contact-named": {
      heading: "インシデント情報の従事者の登録",
      lead: "次の方を、インシデント調査の通信情報を受け取る従事者として登録しました。秘密を守る義務は、調査が終わった後も続きます。",
    },
    "incident-contact-removed": {
      heading: "インシデント情報の従事者の登録の解除",
      lead: "次の方の登録を解きました。受け取った情報の秘密を守る義務は、これからも続きます。",
    },
    "disclosure-recorded": {
      heading: "秘密情報の記録",
      lead: "次の情報を秘密情報として記録しました。秘密を守る義務は開示から3年、個人情報については期限なく続きます。",
    },
    "disclosure-spoken": {
      heading: "口頭での開示の記録",
      lead: "口頭で開示された情報を記録しました。期限までに書面で秘密と指定しなければ、秘密情報になりません。",
    },
    "disclosure-reminder": {
      heading: "秘密の書面での指定のお願い",
      lead: "口頭で開示された情報の、書面での指定の期限が近づいています。",
    },
    "disclosure-lapsed": {
      heading: "口頭での開示の扱いのお知らせ",
      lead: "期限までに書面の指定がなかったため、口頭で開示された情報は秘密情報として扱いません。",
    },
    "disclosure-compelled": {
      heading: "秘密情報の開示を求められたことのお知らせ",
      lead: "行政機関、司法機関または法令により、秘密情報の開示を求められたことをお知らせします。開示は必要で最小限の範囲に限ります。",
    },
  },
};
