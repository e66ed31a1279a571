/** Texts of what finance does about an invoice: corrections, set-off, write-off, charges. */
export const adjustments = {
  title: (number: string) => `請求書 ${number} の訂正・相殺・貸倒れ`,
  link: "訂正・相殺・貸倒れ・費用の請求",
  lead: "訂正、貸倒れ、費用の請求は、別の経理担当または管理者の承認後に実行されます。相殺はすぐに実行されます。",
  owed: "未払いの額",
  credit: "お客様の預り金",
  writtenOff: "貸倒れにした額",
  since: (day: string) => `${day}から`,
  waiting: "承認を待っているもの",
  reason: "理由",
  correction: {
    title: "請求書の訂正（返還請求書）",
    lead: (left: string) =>
      `返還する額を、明細ごとに税抜きで入力します。まだ返還できるのは税抜き${left}までです。消費税は、返還の合計から計算します。`,
    amountOf: (line: string, amount: string) => `${line}（${amount}のうち）`,
    submit: "訂正の承認を求める",
    whole: "全部を取り消す承認を求める",
    nothing: "返還できる額は残っていません。",
  },
  setOff: {
    title: "相殺",
    lead: (credit: string) =>
      `預り金${credit}で、お客様のほかの請求書を支払います（約款第14条第4項）。お支払期限前の請求書も選べます。お客様にはメールで通知します。`,
    amountOf: (number: string, due: string, owed: string) =>
      `請求書 ${number}（期限 ${due}、未払い ${owed}）`,
    submit: "相殺する",
    none: "相殺できる請求書はありません。",
  },
  writeOff: {
    title: "貸倒れ",
    lead: (owed: string) => `未払いの${owed}の全額を貸倒損失に計上します。`,
    submit: "貸倒れの承認を求める",
  },
  charge: {
    title: "費用・損害の請求",
    lead: "この請求書の契約について、費用や損害を新しい請求書で請求します。損害賠償に消費税はかかりません（不課税）。第三者の使用による利用料金には、消費税がかかります。",
    kind: "種類",
    net: "税抜きの金額",
    item: "請求書に書く内容",
    on: "起きた日",
    submit: "請求の承認を求める",
  },
  setOffDone: "相殺し、お客様にメールで通知しました。",
  problems: {
    reasonMissing: "理由を入力してください。",
    reasonTooLong: "理由は500文字以内で入力してください。",
    amountWrong: "金額は、円単位の数字で入力してください。",
    amountMissing: "金額を1か所以上入力してください。",
    tooMuch: "金額が、残っている額を超えています。残っている額までの金額を入力してください。",
    itemMissing: "請求書に書く内容を200文字以内で入力してください。",
    dayWrong: "起きた日は、今日までの日付を入力してください。",
    conflict: "請求書の状態が変わったため、実行できませんでした。現在の内容を確認してください。",
  },
};
