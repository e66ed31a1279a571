/** Texts of decisions about money that need a second person (稟議). */
export const approvals = {
  title: "承認",
  lead: "お金に関わる決定は、求めた人とは別の経理担当または管理者が承認したときに実行されます。",
  waiting: "承認待ち",
  decided: "決定済み",
  noneWaiting: "承認を待っているものはありません。",
  noneDecided: "決定済みのものはありません。",
  subject: "内容",
  customer: "お客様",
  amount: "金額",
  amountWithTax: "金額（税込み）",
  clause: "根拠の条項",
  invoice: "請求書",
  proposedBy: "求めた人",
  proposedOn: "求めた日",
  decidedBy: "決定した人",
  decidedOn: "決定日",
  reason: "理由",
  refusal: "承認しなかった理由",
  somebody: "退職などで不明",
  effect: "承認すると起きること",
  subjects: {
    creditNote: "請求書の訂正（返還請求書）",
    writeOff: "貸倒れ",
    charge: "費用・損害の請求",
    refund: "返金",
  },
  charges: {
    deviceLoss: "接続機器の紛失・滅失",
    deviceRepair: "接続機器の修理",
    deviceRecovery: "接続機器の回収",
    misuseFee: "第三者の使用による利用料金",
    misuseDamage: "第三者の使用による損害",
    damage: "お客様の責任による損害",
  },
  effects: {
    creditNote: (amount: string) =>
      `${amount}の返還請求書を発行し、メールでお客様に送ります。未払いの分から差し引き、残りはお客様の預り金になります。売上・前受金と仮受消費税を取り消します。`,
    writeOff: (amount: string) =>
      `未払いの${amount}を貸倒損失に計上し、督促を止めます。契約には決済済みとして伝わり、この請求書だけを理由とする停止は解除されます。後から入金があれば受け取ります。`,
    charge: (amount: string) =>
      `${amount}の請求書を発行し、メールでお客様に送ります。支払期限は発行の翌月末日です。`,
    refund: (amount: string) =>
      `${amount}の返金を始めます。カードへの返金は直ちにStripeへ依頼し、振込みの返金は経理担当の振込みを待ちます。`,
  },
  facts: {
    charge: "請求の種類",
    item: "請求書に書く内容",
    on: "起きた日",
    net: "税抜きの金額",
    lines: "内容",
    tax: "消費税等",
    refundBy: "返金の方法",
    refundOf: "返金するお金",
  },
  refundBy: { card: "カードへの返金", transfer: "銀行振込" },
  refundOf: {
    credit: "払い過ぎのお金（預り金）",
    payment: "請求書のお支払い（返金した分は再び未払いになります）",
  },
  state: "状態",
  approve: {
    title: "承認する",
    lead: "承認すると直ちに実行されます。取り消すには、別の手続きが必要です。",
    button: (amount: string) => `${amount}を承認`,
  },
  refuse: {
    title: "承認しない",
    reason: "承認しない理由",
    button: "不承認",
  },
  withdraw: {
    lead: "ご自身が求めたものは、ご自身では承認できません。別の経理担当または管理者が決定します。",
    button: "取下げ",
  },
  done: {
    proposed: "承認を求めました。別の経理担当または管理者の決定を待ちます。",
    approved: "承認し、実行しました。",
    refused: "承認しませんでした。",
    withdrawn: "取り下げました。",
  } as Record<string, string>,
  problems: {
    reasonMissing: "理由を入力してください。",
    reasonTooLong: "理由は500文字以内で入力してください。",
    conflict:
      "決定できませんでした。すでに決定されたか、求めたときから請求書の状態が変わっています。現在の内容を確認してください。",
  },
};
