export const invoice = {
  title: "ご請求",
  checkoutDescription: (number: string) => `請求書 ${number}`,
  list: {
    lead: "発行済みの請求書です。番号から明細の確認とお支払いができます。",
    caption: "請求書の一覧",
    empty: "発行済みの請求書はありません。サービスの開始月に、年額の請求書が届きます。",
  },
  number: "請求書番号",
  titleOf: (number: string) => `請求書 ${number}`,
  status: "状態",
  issueDay: "発行日",
  dueDay: "お支払期限",
  period: "対象期間",
  periodOf: (from: string, to: string) => `${from}〜${to}`,
  contract: "ご契約",
  contractLink: "契約の内容",
  total: "ご請求額（税込）",
  paid: "お支払い済み",
  owed: "未払いの額",
  lines: {
    caption: "明細",
    name: "内容",
    rate: "税率",
    amount: "金額（税抜）",
  },
  taxes: {
    caption: "税率ごとの内訳",
    rate: "税率",
    rateOf: (percent: number) => (percent === 0 ? "不課税" : `${percent}%`),
    taxable: "対象額（税抜）",
    tax: "消費税額",
    subtotal: "小計（税抜）",
    taxTotal: "消費税額の計",
    total: "合計（税込）",
  },
  documents: {
    invoice: "請求書（PDF）",
    receipt: "領収書（PDF）",
  },
  state: {
    due: (amount: string, day: string) => `${day}までに${amount}をお支払いください`,
    dueText: "カードでのお支払いのほか、請求書に記載の口座への振込みもご利用いただけます。",
    overdue: (day: string) => `お支払期限（${day}）を過ぎています`,
    overdueText: (damages: string, day: string) =>
      `お早めにお支払いください。期限の翌日からお支払いの日まで年14.6%の遅延損害金が、請求額とは別に生じます。${day}の時点で${damages}です。`,
    overdueAlone: "お早めにお支払いください。",
    paid: (day: string) => `${day}にお支払いが完了しました`,
    paidText: "ありがとうございます。領収書はこのページから保存いただけます。",
    nothingOwed: "この請求書にお支払いいただく金額はありません",
    processing: "お支払いを確認しています",
    processingText: "カード会社の処理を待っています。終わるまで、もう一度支払う必要はありません。",
    review: "お支払いの内容を確認しています",
    reviewText:
      "受け取った金額が請求額と異なるため、運営者が確認しています。追加のお支払いはお待ちください。",
    credit: (amount: string) => `${amount}を多くお支払いいただいています`,
    creditText: "差額はお客様の預り金として記録しました。運営者からご連絡します。",
  },
  pay: {
    title: "カードでのお支払い",
    text: (amount: string) =>
      `決済会社Stripeのページに移動し、${amount}を支払います。カード番号がこのポータルに保存されることはありません。`,
    button: (amount: string) => `${amount}の支払い`,
    continueText: "途中のお支払いがあります。同じお支払いの続きに進みます。",
    continueButton: "お支払いの続き",
    forbidden: "お支払いの手続きは、契約責任者または請求担当の方が行えます。",
  },
  startFailed: {
    unavailableTitle: "決済会社に接続できませんでした",
    unavailable:
      "お支払いは行われていません。しばらく待ってから、もう一度ボタンを押してください。二重に支払われることはありません。",
    refusedTitle: "カードでのお支払いを始められませんでした",
    refused:
      "お支払いは行われていません。カードでは50円未満または1億円以上をお支払いいただけません。それ以外の場合は、もう一度お試しになるか、銀行振込をご利用ください。",
  },
  attempts: {
    caption: "お支払いの経過",
    empty: "お支払いの記録はありません。",
    at: "日時",
    what: "内容",
    amount: "金額",
    events: {
      create: "カードでのお支払いを開始",
      sessionOpened: "決済ページを作成",
      sessionRefused: "決済ページを作成できませんでした",
      attemptFailed: "カードのお支払いが成立しませんでした",
      processing: "カード会社で処理中",
      settle: "お支払いが完了",
      expire: "お支払いの手続きが期限切れ",
      abandon: "お支払いの手続きが期限切れ",
      lookUp: "決済会社に結果を照会",
    },
  },
  decline: {
    declined: {
      reason: "カード会社の承認が得られませんでした。",
      remedy: "別のカードをお使いになるか、カード会社にお問い合わせください。",
    },
    insufficientFunds: {
      reason: "利用可能額が足りませんでした。",
      remedy: "利用可能額を確かめてから再度お試しになるか、別のカードをお使いください。",
    },
    limitExceeded: {
      reason: "カードの利用限度を超えました。",
      remedy: "カード会社に限度額をご確認になるか、別のカードをお使いください。",
    },
    expiredCard: {
      reason: "カードの有効期限が切れているか、入力と異なります。",
      remedy: "有効期限を確かめるか、有効なカードをお使いください。",
    },
    incorrectCode: {
      reason: "セキュリティコードが違います。",
      remedy: "カードに記載の3桁または4桁の番号を入力し直してください。",
    },
    incorrectNumber: {
      reason: "カード番号に誤りがあります。",
      remedy: "カード番号を確かめて入力し直してください。",
    },
    notSupported: {
      reason: "このカードは、このお支払いに使えません。",
      remedy: "別のカードをお使いください。",
    },
    authenticationFailed: {
      reason: "カード会社の本人認証（3Dセキュア）が完了しませんでした。",
      remedy: "もう一度お支払いに進み、本人認証を最後まで行ってください。",
    },
    tryLater: {
      reason: "カード会社の処理が一時的にできませんでした。",
      remedy: "しばらく待ってから、もう一度お試しください。",
    },
  },
  payment: {
    title: "お支払いの結果",
    amount: "金額",
    invoice: "請求書",
    stale: "決済会社に確認できないため、最新の状態ではない可能性があります。",
    reload: "最新の状態の確認",
    backToInvoice: "請求書へ戻る",
    retry: "もう一度お支払いに進む",
    standing: {
      paid: "お支払いが完了しました",
      paidText: (day: string) => `お支払日は${day}です。領収書は請求書のページから保存できます。`,
      processing: "お支払いを確認しています",
      processingText:
        "カード会社の処理を待っています。結果はメールでもお知らせします。もう一度支払う必要はありません。",
      declined: "お支払いが成立しませんでした",
      waiting: "お支払いはまだ完了していません",
      waitingText: "カードへの請求は行われていません。続きから再開できます。",
      expired: "お支払いの手続きは期限切れになりました",
      expiredText: "カードへの請求は行われていません。新しい手続きでお支払いいただけます。",
      refused: "お支払いの手続きを始められませんでした",
      refusedText:
        "カードへの請求は行われていません。もう一度お試しになるか、銀行振込をご利用ください。",
      review: "お支払いの内容を確認しています",
      reviewText:
        "受け取った金額が請求額と異なるため、運営者が確認しています。追加のお支払いはお待ちください。",
    },
  },
};
