import type { MatterKind } from "#machines/matters/kinds.ts";
import type { Clause } from "#machines/terms/articles.ts";

/** What a page says of one thing that is done with a matter. */
interface ActWords {
  title: string;
  lead: string;
  submit: string;
  /** Said after it was done; a matter that begins has a word of its own. */
  done?: string;
}

type OfKind<Words> = Record<MatterKind, Words>;

const acts: OfKind<Record<string, ActWords>> = {
  informationChange: {
    report: {
      title: "届出事項の変更",
      lead: "変わったところを書き換えて、届け出てください。社名・代表者・所在地の変更には証明書類が必要です。反映されるまでは、これまでの内容を用います。",
      submit: "届け出る",
    },
    askEvidence: {
      title: "証明書類の求め",
      lead: "足りない書類を書いてください。お客様にメールでお知らせします。",
      submit: "求める",
      done: "証明書類を求めました。",
    },
    addEvidence: {
      title: "証明書類の追加",
      lead: "求められた書類を添付してください。",
      submit: "追加する",
      done: "証明書類を追加しました。",
    },
    apply: {
      title: "変更の反映",
      lead: "届け出られた内容を登録します。これまでの内容も残ります。これからのメールと書類には新しい内容を用います。",
      submit: "反映する",
      done: "変更を反映しました。",
    },
    refuse: {
      title: "変更の不受理",
      lead: "受理できない理由を書いてください。お客様にメールでお知らせします。",
      submit: "受理しない",
      done: "変更を受理しませんでした。",
    },
    withdraw: {
      title: "届出の取下げ",
      lead: "届け出た変更を取り下げます。登録された内容は変わりません。",
      submit: "取り下げる",
      done: "届出を取り下げました。",
    },
  },
  materialRequest: {
    ask: {
      title: "資料・援助の依頼",
      lead: "お客様に資料や機器、情報の提供または技術面の援助を依頼します。期限を過ぎると催促のメールが届きます。",
      submit: "依頼する",
    },
    offer: {
      title: "資料・機器の提供の申出",
      lead: "本サービスに必要なことが明らかな資料や機器は、求めを待たずに提供してください。",
      submit: "申し出る",
    },
    provide: {
      title: "依頼への回答",
      lead: "依頼されたものを添付するか、送った方法を書いてください。",
      submit: "回答する",
      done: "回答を送りました。",
    },
    accept: {
      title: "受入れ",
      lead: "提供されたものを受け入れます。物や資料は、返すか廃棄するまでお預かりとして残ります。",
      submit: "受け入れる",
      done: "受け入れました。",
    },
    askAgain: {
      title: "改めての依頼",
      lead: "足りないところや誤りと、新しい期限を書いてください。",
      submit: "改めて依頼する",
      done: "改めて依頼しました。",
    },
    withdraw: {
      title: "依頼の取消し",
      lead: "依頼を取り消します。",
      submit: "取り消す",
      done: "依頼を取り消しました。",
    },
    withdrawOffer: {
      title: "申出の取下げ",
      lead: "提供の申出を取り下げます。",
      submit: "取り下げる",
      done: "申出を取り下げました。",
    },
    askReturn: {
      title: "返還の求め",
      lead: "お預けになったものの返還または廃棄を求めます。希望を書いてください。",
      submit: "求める",
      done: "返還を求めました。",
    },
    release: {
      title: "不要の記録",
      lead: "お預かりしたものが要らなくなったことを記録します。返還または廃棄がタスクになります。",
      submit: "記録する",
      done: "不要になったことを記録しました。",
    },
    giveBack: {
      title: "返還",
      lead: "返した日と方法を書いてください。お客様にメールでお知らせします。",
      submit: "返還を記録する",
      done: "返還を記録しました。",
    },
    dispose: {
      title: "廃棄",
      lead: "廃棄した日と方法を書いてください。お客様にメールでお知らせします。",
      submit: "廃棄を記録する",
      done: "廃棄を記録しました。",
    },
  },
  deviceInquiry: {
    ask: {
      title: "接続機器の点検・報告の求め",
      lead: "お貸ししている接続機器の点検、報告または標識の取付けをお客様に求めます。",
      submit: "求める",
    },
    answer: {
      title: "点検・報告の回答",
      lead: "機器の様子を書き、必要に応じて写真を添付してください。",
      submit: "回答する",
      done: "回答を送りました。",
    },
    accept: {
      title: "回答の確認",
      lead: "回答を確認し、求めを終えます。",
      submit: "確認する",
      done: "回答を確認しました。",
    },
    askAgain: {
      title: "再度の求め",
      lead: "足りないところと新しい期限を書いてください。",
      submit: "改めて求める",
      done: "改めて求めました。",
    },
    withdraw: {
      title: "求めの取消し",
      lead: "点検または報告の求めを取り消します。",
      submit: "取り消す",
      done: "求めを取り消しました。",
    },
  },
  claim: {
    report: {
      title: "第三者の権利主張の通知",
      lead: "第三者が接続機器について権利を言い立て、または知的財産権の侵害を主張したときは、直ちに書面（この画面）でお知らせください。",
      submit: "通知する",
    },
    supplement: {
      title: "通知の補足",
      lead: "その後の事情や資料を加えてください。",
      submit: "補足する",
      done: "通知を補足しました。",
    },
    acknowledge: {
      title: "受領の確認",
      lead: "書面による通知を受領したことを記録し、お客様にお知らせします。",
      submit: "受領を確認する",
      done: "受領を確認しました。",
    },
    defend: {
      title: "当社による解決",
      lead: "当社の費用と責任で解決に当たります。進め方を書いてください。",
      submit: "解決に当たる",
      done: "当社が解決に当たることを記録しました。",
    },
    exclude: {
      title: "除外の判断",
      lead: "お客様の責任と費用で解決いただく理由を書いてください。",
      submit: "除外を記録する",
      done: "除外の判断を記録しました。",
    },
    close: {
      title: "終結",
      lead: "結果を書いてください。お客様にメールでお知らせします。",
      submit: "終結を記録する",
      done: "終結を記録しました。",
    },
  },
  incidentContact: {
    name: {
      title: "インシデント情報の従事者の登録",
      lead: "通信情報を受け取る方は、インシデント調査に欠かせない最小限に限ってください。",
      submit: "登録する",
    },
    remove: {
      title: "登録の解除",
      lead: "この方は通信情報を受け取れなくなります。秘密を守る義務は続きます。",
      submit: "解除する",
      done: "登録を解きました。",
    },
  },
  confidentialItem: {
    disclose: {
      title: "秘密情報の開示の記録",
      lead: "当社に開示する情報を秘密と示します。口頭で開示したものは、30日以内に書面で指定してください。",
      submit: "記録する",
    },
    discloseToCustomer: {
      title: "秘密情報の開示の記録（当社から）",
      lead: "お客様に開示する情報を秘密と示します。口頭で開示したものは、30日以内に書面で指定します。",
      submit: "記録する",
    },
    confirm: {
      title: "書面での指定",
      lead: "口頭で開示した情報を書面で特定し、秘密と指定してください。",
      submit: "指定する",
      done: "書面で秘密と指定しました。",
    },
    confirmToCustomer: {
      title: "書面での指定",
      lead: "口頭で開示した情報を書面で特定し、秘密と指定してください。",
      submit: "指定する",
      done: "書面で秘密と指定しました。",
    },
    notifyCompelled: {
      title: "開示を求められたことの通知",
      lead: "行政機関や司法機関、法令により開示を求められたときに、相手方に知らせます。誰が何を求めたかを書いてください。",
      submit: "知らせる",
      done: "相手方に知らせました。",
    },
    notifyCompelledToCustomer: {
      title: "開示を求められたことの通知",
      lead: "行政機関や司法機関、法令により開示を求められたときに、お客様に知らせます。誰が何を求めたかを書いてください。",
      submit: "知らせる",
      done: "お客様に知らせました。",
    },
  },
};

const kinds: OfKind<string> = {
  informationChange: "届出事項の変更",
  materialRequest: "資料・援助",
  deviceInquiry: "接続機器の点検・報告",
  claim: "第三者の権利主張",
  incidentContact: "インシデント情報の従事者",
  confidentialItem: "秘密情報",
};

/** The clauses by which matters of each kind go. */
const clauses: OfKind<readonly Clause[]> = {
  informationChange: ["A13"],
  materialRequest: ["A6", "A25"],
  deviceInquiry: ["A8.2", "A8.4"],
  claim: ["A8.3", "A26"],
  incidentContact: ["A28.4"],
  confidentialItem: ["A30"],
};

const abouts: OfKind<Record<string, string>> = {
  informationChange: {
    none: "合併・会社分割によらない変更",
    merger: "合併",
    split: "会社分割",
  },
  materialRequest: {
    assistance: "技術面の援助",
    equipment: "機器・ソフトウェア",
    document: "資料",
    information: "情報・試験用データ",
  },
  deviceInquiry: {
    inspection: "点検・調査",
    report: "稼働・保管の報告",
    label: "標識の取付け",
  },
  claim: {
    device: "接続機器についての権利主張",
    intellectualProperty: "知的財産権の侵害の主張",
  },
  incidentContact: {},
  confidentialItem: {
    document: "秘密と示した文書・電子媒体",
    oral: "口頭",
  },
};

/** What a field is called in forms of one kind, where that is another name than elsewhere. */
const ofKind: Partial<OfKind<Record<string, string>>> = {
  informationChange: {
    about: "社名などの変更の理由",
    happenedOn: "変更のあった日",
    note: "補足の説明",
    files: "証明書類（登記事項証明書など）",
  },
  claim: {
    happenedOn: "主張を受けた日",
    note: "主張の内容と事情",
    about: "主張の対象",
  },
  confidentialItem: {
    happenedOn: "開示した日",
    about: "開示の方法",
    note: "秘密とする情報",
    dueOn: "書面で指定する期限",
  },
  materialRequest: {
    about: "依頼・提供するもの",
    handledOn: "返還・廃棄した日",
  },
  deviceInquiry: {
    about: "求めること",
  },
};

/** Matters between customer and operator beside the orders. */
export const matters = {
  acts,
  kinds,
  clauses,
  abouts,
  ofKind,
  title: "届出・依頼",
  customerLead:
    "届出事項の変更、資料のやり取り、権利主張の通知などを、ここで行い、経過を確かめられます。",
  operationsLead: "お客様からの届出と通知、お客様への依頼を、ここで受け付け、進めます。",
  beginTitle: "新しい届出・依頼",
  listTitle: "これまでの届出・依頼",
  kind: "届出・依頼の種類",
  allKinds: "すべて",
  onlyWaiting: "対応を待っているものだけ",
  customer: "お客様",
  about: "内容の区分",
  status: "状態",
  none: "該当する届出・依頼はありません。",
  choose: "選択してください",
  chooseFilesAgain: "添付するファイルは、もう一度選択してください。",
  actsTitle: "できること",
  noActs: "いま行うことはありません。",
  notes: "やり取り",
  files: "ファイル",
  values: "登録・変更の内容",
  conflict: "状態が変わったため、実行できませんでした。最新の内容を確かめてください。",
  begun: "受け付けました。",
  authority: "解決に必要な権限と情報",
  askAboutDevice: "点検・報告を求める",
  reportClaim: "第三者の権利主張を通知する",
  granted: "与えられています",
  notGranted: "まだ与えられていません",
  dutyWithoutEnd: "期限なし（個人情報）",
  sides: { customer: "お客様", operator: "当社" },
  said: (side: string, at: string) => `${side} ${at}`,
  change: (before: string, after: string) => `${before} → ${after}`,
  grounds: {
    customersCause: "お客様に責任のある事由から生じた",
    outsideJapan: "日本の外の権利に関する",
  } as Record<string, string>,
  fields: {
    contractId: "契約",
    contractNumber: "契約番号",
    loanId: "接続機器のシリアル番号",
    serialNumber: "接続機器のシリアル番号",
    about: "種類",
    ground: "理由の区分",
    happenedOn: "対象の日",
    handledOn: "行った日",
    dueOn: "期限",
    openedOn: "受付日",
    dutyUntil: "秘密を守る義務の最終日",
    settledOn: "完了日",
    note: "内容",
    files: "添付ファイル",
    grantsAuthority: "解決に必要な権限の全部と十分な情報を当社に与えます",
    isPersonalData: "個人情報を含みます（義務は期限なく続きます）",
    isBound: "この方に秘密を守る義務を負わせ、調査の後も続くことを伝えました",
    personName: "氏名",
    department: "部署・役職",
    email: "メールアドレス",
    phone: "電話番号",
  } as Record<string, string>,
  supports: {
    files:
      "PDF、PNG、JPEG、テキスト（UTF-8）を5件まで、1件につき5MBまで添付できます。写真はPNGかJPEGでお送りください。",
    postalCode: "7桁の数字。例：105-0011",
  } as Record<string, string>,
  errors: {
    unchanged: (_label: string) => "変わったところがありません。変更する項目を書き換えてください。",
    evidence: (_label: string) =>
      "社名・代表者・所在地の変更には証明書類が必要です。ファイルを添付してください。",
    filesMissing: (_label: string) => "ファイルが選択されていません。ファイルを選択してください。",
    unknownContract: (_label: string) =>
      "この番号の、ご利用中の契約がありません。契約番号を確かめてください。",
    unknownDevice: (_label: string) =>
      "このシリアル番号の、お貸ししている機器がありません。番号を確かめてください。",
  } as Record<string, (label: string) => string>,
};
