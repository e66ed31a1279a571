/** Texts of the customer's first page and of the pages around an order. */
export const portal = {
  home: {
    title: "ホーム",
    newOrder: "新しいお申し込み",
    done: {
      submitted:
        "お申し込みを受け付けました。確認のメールをお送りします。審査の結果は、このポータルとメールでお知らせします。",
      withdrawn: "お申し込みを取り下げました。",
      confirmed: "開始日が確定しました。",
      declined: "開始日を見送りました。当社から別の日をご提案します。",
      saved: "入力内容を保存しました。下の一覧から続きを入力できます。",
    },
    attentionTitle: "ご対応をお待ちしていること",
    attentionNone: "ご対応いただくことは、いまはありません。",
    attention: {
      startDay: (number: string) => `開始日のご確認（契約 ${number}）`,
      startDayText: (day: string) => `当社から${day}の開始をご提案しています。`,
      invoice: (number: string) => `請求書のお支払い（${number}）`,
      invoiceText: (amount: string, day: string) => `未払い ${amount}、お支払期日 ${day}`,
      invoiceLate: "期限超過",
      termsChange: (number: string) => `約款・仕様書の変更の告知（契約 ${number}）`,
      termsChangeText: (version: string, day: string) => `${version}版が${day}から適用されます。`,
      termsConsent: (number: string) => `新しい約款への同意（注文 ${number}）`,
      termsConsentText: "お申し込みの承諾には、新しい約款への同意が必要です。",
      noticeDay: (number: string) => `更新を希望しない場合のお申し出期限（契約 ${number}）`,
      noticeDayText: (day: string, end: string) =>
        `${day}までにお申し出がなければ、${end}の満了後に1年更新されます。`,
    },
    draftsTitle: "作成中のお申し込み",
    draft: (step: string) => `続きの入力: ${step}`,
    draftSaved: (instant: string) => `最終保存 ${instant}`,
    contractsTitle: "ご契約とお申し込み",
    number: "契約番号",
    menu: "メニュー",
    status: "状態",
    days: "期間",
    wished: (day: string) => `開始希望日 ${day}`,
    starts: (day: string) => `開始日 ${day}`,
    ends: (day: string) => `満了日 ${day}`,
    ending: (day: string, cause: string) => `${day}に終了予定（${cause}）`,
    ended: (day: string, cause: string) => `${day}に終了（${cause}）`,
    emptyTitle: "ご契約はまだありません",
    emptyText:
      "最初のお申し込みから始めましょう。料金は、送信の前に見積りとして表示されます。契約は当社の承諾をもって成立します。",
    emptyOwner:
      "お申し込みは、契約責任者の方だけが行えます。ご希望の場合は、貴社の契約責任者にご相談ください。",
    seePrices: "メニューと料金",
  },
  startDay: {
    title: "開始日のご確認",
    lead: (number: string) =>
      `契約 ${number} について、ご希望と異なる開始日をご提案しています。ご確認のうえ、お答えください。`,
    wished: "ご希望の開始日",
    proposed: "ご提案する開始日",
    term: "契約期間",
    termText: (start: string, end: string) => `${start}から${end}まで`,
    due: "最初のお支払期日",
    question: "この開始日でよろしいですか",
    confirm: "確定する",
    confirmText: "この日に開始日が決まり、準備を始めます。",
    decline: "見送る",
    declineText: "契約はそのままで、当社が別の日をご提案します。",
    submit: "回答の送信",
    missing: "回答が選択されていません。「確定する」か「見送る」を選択してください。",
    conflict:
      "提案の内容が変わったため、回答を受け付けられませんでした。下の内容をお確かめのうえ、もう一度お答えください。",
    past: "提案した日を過ぎたため、この日では確定できません。見送っていただくと、当社が別の日をご提案します。",
    pastError:
      "提案した日を過ぎているため、確定できません。「見送る」を選択してください。当社が別の日をご提案します。",
    none: "お答えいただく開始日の提案はありません。",
    onlyOwner: "回答できるのは契約責任者の方だけです。貴社の契約責任者にご連絡ください。",
    toContract: "契約の詳細",
  },
  withdrawal: {
    title: "お申し込みの取下げ",
    lead: (number: string) => `お申し込み ${number} を取り下げます。`,
    happensTitle: "取り下げるとどうなるか",
    happens: [
      "審査を中止し、契約は成立しません。料金は発生しません。",
      "元に戻すことはできません。ご利用を希望される場合は、改めてお申し込みください。",
      "確認のメールをお送りします。",
    ],
    basis:
      "お申し込みのあとは任意に解除できないのが原則ですが、承諾の前に限り、取下げを受け付けています。",
    submit: "お申し込みの取下げ",
    impossible: "このお申し込みは取り下げられません",
    impossibleText:
      "取下げができるのは、審査中のお申し込みだけです。現在の状態は契約の詳細でご確認ください。",
    conflict:
      "この画面を開いたあとで審査の結果が出たため、取下げを受け付けられませんでした。現在の状態は契約の詳細でご確認ください。",
    toContract: "契約の詳細",
  },
};
