import type { HistoryWords } from "#app/i18n/contract-words.ts";

/** What happened, in words; `who` names those who can have done it. */
export const history: HistoryWords = {
  contract: {
    openDraft: () => "注文書の作成が始まりました",
    submit: ({ startDay }) => `お申し込みが送信されました（開始希望日 ${startDay}）`,
    withdraw: () => "お申し込みが取り下げられました",
    verifyMaintenance: () => "NDR製品の保守契約が確認されました",
    accept: () => "お申し込みが承諾され、契約が成立しました",
    reject: ({ reason }) => `お申し込みはお受けできませんでした（${reason}）`,
    setStart: ({ to, startDay }) =>
      to === "preparing"
        ? `開始日が${startDay}に決まりました`
        : `開始日として${startDay}が提案されました`,
    confirmStart: ({ startDay }) => `提案された開始日が承認され、${startDay}に決まりました`,
    declineStart: () => "提案された開始日は見送られ、再び調整することになりました",
    startReached: ({ period }) => `サービスが始まりました（契約期間 ${period}）`,
    remindRenewal: ({ audience }) =>
      audience === "customer"
        ? "更新前のご案内をメールでお送りしました"
        : "更新の期限が近いことを運営者の経理担当に知らせました",
    fixRenewal: () => "申出の期限が過ぎ、次の期間への更新が確定しました",
    renew: ({ period }) => `契約が更新されました（契約期間 ${period}）`,
    cancel: ({ endDay }) => `解約の申出を受け付けました（終了日 ${endDay}）`,
    endReached: ({ endDay }) => `契約が終了しました（終了日 ${endDay}）`,
    suspend: ({ cause }) => `サービスが停止されました（${cause}）`,
    lift: ({ cause }) => `停止の理由がなくなりました（${cause}）`,
    invoiceOverdue: ({ subject }) => `請求書${subject}の支払期限が過ぎました`,
    invoiceSettled: ({ subject }) => `請求書${subject}の精算が済みました`,
    devicesSettled: () => "接続機器の返却がすべて済みました",
    dataErased: () => "お客様のデータが消去されました",
    materialsSettled: () => "お預かりした資料の返却が済みました",
  },
  option: {
    request: ({ subject }) => `オプション「${subject}」が申し込まれました`,
    withdraw: ({ subject }) => `オプション「${subject}」が取り下げられました`,
    accept: ({ subject }) => `オプション「${subject}」が承諾されました`,
    reject: ({ subject }) => `オプション「${subject}」はお受けできませんでした`,
    provision: ({ subject }) => `オプション「${subject}」の準備が始まりました`,
    start: ({ subject, to }) =>
      to === "working"
        ? `オプション「${subject}」の作業が始まりました`
        : `オプション「${subject}」の利用が始まりました`,
    end: ({ subject }) => `オプション「${subject}」が終了しました`,
  },
  invoice: {
    issue: ({ subject, amount, dueDay }) =>
      `請求書${subject}を発行しました（${amount}、支払期限 ${dueDay}）`,
    startPayment: ({ subject }) => `請求書${subject}のお支払いの手続きが始まりました`,
    paymentClosed: ({ subject }) => `請求書${subject}のお支払いの手続きが終わりました（入金なし）`,
    paymentReceived: ({ subject, amount }) => `請求書${subject}に${amount}の入金がありました`,
    dueDayPassed: ({ subject }) => `請求書${subject}が期限までに支払われませんでした`,
    remind: ({ subject }) => `請求書${subject}のお支払いをお願いするメールをお送りしました`,
    limitDueDay: ({ subject, dueDay }) =>
      `契約の終了により、請求書${subject}の支払期限が${dueDay}に繰り上がりました`,
  },
  payment: {
    create: ({ amount }) => `${amount}のカード払いを受け付けました`,
    sessionOpened: () => "カード払いの画面が用意されました",
    sessionRefused: () => "カード払いの画面を用意できませんでした",
    attemptFailed: () => "カードでのお支払いが通りませんでした",
    processing: () => "カードでのお支払いを処理しています",
    settle: ({ amount, to }) =>
      to === "mismatched"
        ? `${amount}の決済がありました。請求の金額と違うため確認しています`
        : `カードで${amount}が支払われました`,
    expire: () => "カード払いの画面の期限が切れました",
    lookUp: () => "カード払いの結果を決済事業者に照会しました",
    abandon: () => "カード払いの手続きが取り消されました",
  },
};
