import { matterHistory } from "./matters.ts";
import { deviceHistory } from "./device.ts";
import { cardHistory } from "./card.ts";
import type { HistoryWords } from "#app/i18n/contract-words.ts";
import { breachCaseHistory } from "./breach-case.ts";
import { consentRequestHistory } from "./consent-request.ts";
import { termsVersionHistory } from "./terms-version.ts";

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
    invoiceReopened: ({ subject }) => `入金の取消しにより、請求書${subject}は未払いに戻りました`,
    consentToTerms: () => "改定後の約款への同意がありました",
    addOption: () => "オプションの追加が申し込まれました",
    optionAccepted: () => "追加のオプションが承諾されました",
    optionDeclined: () => "追加のオプションのお申し込みは成立しませんでした",
    optionEnding: () => "オプションの終了の予定が変わりました",
    optionEnded: () => "オプションが終了しました",
    demand: () => "期限を定めた催告を行いました",
    cure: () => "違反の是正が確認されました",
    restrict: () => "サービスの利用が制限されました",
    unrestrict: () => "利用の制限が解除されました",
    accelerate: ({ dueDay }) => `すべての債務の支払期限が${dueDay}になりました`,
    announceTerms: () => "約款の改定をお知らせしました",
    bindTerms: () => "新しい版の約款が適用されました",
    withdrawTerms: () => "約款の改定が取り下げられました",
    cancelByOperator: () => "運営者が解約の通知を発送しました",
    noticeDelivered: ({ endDay }) => `運営者の解約の通知が届きました（終了日 ${endDay}）`,
    noticeBounced: () => "運営者の解約の通知が届かず、通知の効力は生じていません",
    requestWithdrawal: () => "お客様が解約の申出の取下げを求めました",
    agreeToWithdrawal: () => "解約の申出の取下げに運営者が同意しました",
    refuseWithdrawal: () => "解約の申出の取下げに運営者は同意しませんでした",
    offerWithdrawal: () => "運営者が解約の通知の撤回を申し入れました",
    acceptWithdrawal: () => "運営者の通知の撤回をお客様が承諾しました",
    declineWithdrawal: () => "運営者の通知の撤回をお客様は承諾しませんでした",
    terminate: ({ endDay }) => `契約が解除されました（終了日 ${endDay}）`,
    endByRestriction: ({ endDay }) =>
      `長期の利用制限による契約の終了をお知らせしました（終了日 ${endDay}）`,
    discontinue: ({ endDay }) => `サービスの廃止をお知らせしました（終了日 ${endDay}）`,
    withdrawEnd: () => "予定されていた終了が取り消されました",
    takeOver: () => "契約上の地位を引き受けました",
    assign: ({ endDay }) => `契約上の地位の譲渡が決まりました（譲渡人の終了日 ${endDay}）`,
    loanOpened: () => "接続機器の貸出しが始まりました",
    loanSettled: () => "接続機器の貸出しが片付きました",
    materialHeld: () => "お客様の資料をお預かりしました",
    materialGone: () => "お預かりした資料を返すか廃棄しました",
    devicesSettled: () => "接続機器の返却がすべて済みました",
    remindExport: () => "消去の前に、データの保存をご案内しました",
    dataErased: () => "お客様のデータが消去されました",
    materialsSettled: () => "お預かりした資料の返却が済みました",
  },
  option: {
    takeOver: ({ subject }) => `オプション「${subject}」を譲渡人から引き受けました`,
    request: ({ subject }) => `オプション「${subject}」が申し込まれました`,
    withdraw: ({ subject }) => `オプション「${subject}」が取り下げられました`,
    accept: ({ subject }) => `オプション「${subject}」が承諾されました`,
    reject: ({ subject }) => `オプション「${subject}」はお受けできませんでした`,
    provision: ({ subject }) => `オプション「${subject}」の準備が始まりました`,
    start: ({ subject, to }) =>
      to === "working"
        ? `オプション「${subject}」の作業が始まりました`
        : `オプション「${subject}」の利用が始まりました`,
    withdrawAddition: ({ subject }) => `オプション「${subject}」の追加が取り下げられました`,
    acceptAddition: ({ subject }) => `オプション「${subject}」の追加が承諾されました`,
    rejectAddition: ({ subject }) => `オプション「${subject}」の追加はお受けできませんでした`,
    lapse: ({ subject }) => `契約の終了により、オプション「${subject}」のお申し込みは失効しました`,
    termBegun: ({ subject }) => `オプション「${subject}」の次の期間が始まりました`,
    restrict: ({ subject }) => `オプション「${subject}」の利用が制限されました`,
    unrestrict: ({ subject }) => `オプション「${subject}」の利用の制限が解除されました`,
    cancel: ({ subject }) => `オプション「${subject}」の解約の申出を受け付けました`,
    requestWithdrawal: ({ subject }) =>
      `オプション「${subject}」の解約の申出の取下げが求められました`,
    agreeToWithdrawal: ({ subject }) => `オプション「${subject}」の解約の申出が取り下げられました`,
    refuseWithdrawal: ({ subject }) =>
      `オプション「${subject}」の解約の申出の取下げは認められませんでした`,
    endByRestriction: ({ subject }) =>
      `長期の利用制限によるオプション「${subject}」の終了をお知らせしました`,
    discontinue: ({ subject }) => `オプション「${subject}」の廃止をお知らせしました`,
    withdrawEnd: ({ subject }) => `オプション「${subject}」の予定されていた終了が取り消されました`,
    deviceLost: ({ subject }) =>
      `オプション「${subject}」が、接続機器の紛失・滅失により終了しました`,
    endReached: ({ subject }) => `オプション「${subject}」が終了しました`,
    reportCompletion: ({ subject }) => `オプション「${subject}」の作業の完了が報告されました`,
    acceptWork: ({ subject }) => `オプション「${subject}」の作業が検収されました`,
    objectToWork: ({ subject }) => `オプション「${subject}」の作業に異議が出されました`,
    remindInspection: ({ subject }) =>
      `オプション「${subject}」の作業の検査をお願いするメールをお送りしました`,
    end: ({ subject }) => `契約とともにオプション「${subject}」が終了しました`,
  },
  invoice: {
    issue: ({ subject, amount, dueDay }) =>
      `請求書${subject}を発行しました（${amount}、支払期限 ${dueDay}）`,
    startPayment: ({ subject }) => `請求書${subject}のお支払いの手続きが始まりました`,
    paymentClosed: ({ subject }) => `請求書${subject}のお支払いの手続きが終わりました（入金なし）`,
    paymentReceived: ({ subject, amount }) => `請求書${subject}に${amount}の入金がありました`,
    transferReceived: ({ subject, amount }) =>
      `請求書${subject}に振込みで${amount}の入金がありました`,
    transferReversed: ({ subject, amount }) =>
      `請求書${subject}の振込み${amount}の消込みを取り消しました`,
    dueDayPassed: ({ subject }) => `請求書${subject}が期限までに支払われませんでした`,
    remind: ({ subject }) => `請求書${subject}のお支払いをお願いするメールをお送りしました`,
    limitDueDay: ({ subject, dueDay }) =>
      `契約の終了により、請求書${subject}の支払期限が${dueDay}に繰り上がりました`,
    accelerate: ({ subject, dueDay }) =>
      `期限の利益の喪失により、請求書${subject}の支払期限が${dueDay}になりました`,
    claimDamages: ({ subject, amount }) => `請求書${subject}の遅延損害金${amount}を請求しました`,
    waiveDamages: ({ subject, amount }) => `請求書${subject}の遅延損害金${amount}を免除しました`,
    dispute: ({ subject }) =>
      `請求書${subject}への異議を受け付けました（督促と請求を止めています）`,
    endDispute: ({ subject }) => `請求書${subject}への異議が終わりました`,
    paymentRefunded: ({ subject, amount }) => `請求書${subject}の入金のうち${amount}を返金します`,
    refundReturned: ({ subject, amount }) =>
      `返金${amount}が成立しなかったため、請求書${subject}の入金に戻しました`,
    paymentDisputed: ({ subject, amount }) =>
      `請求書${subject}のカード払い${amount}に、カード会社を通じた異議の申立てがありました`,
    disputeWon: ({ subject }) => `請求書${subject}のカード払いへの異議は認められませんでした`,
    disputeLost: ({ subject, amount }) =>
      `請求書${subject}のカード払いへの異議が認められ、入金${amount}が取り消されました`,
    chargeNears: ({ subject }) => `請求書${subject}の自動決済の予告日になりました`,
    chargeDue: ({ subject }) => `請求書${subject}の自動決済の日になりました`,
    announceCharge: ({ subject }) => `請求書${subject}を登録カードで決済する日をお知らせしました`,
    startCharge: ({ subject }) => `請求書${subject}の登録カードでのお支払いを始めました`,
    holdCharge: ({ subject }) =>
      `請求書${subject}の自動決済を見合わせました（お振込みを確認しています）`,
    stopCharge: ({ subject }) => `請求書${subject}の自動決済が止められました`,
    resumeCharge: ({ subject }) => `請求書${subject}の自動決済が再開されました`,
    credited: ({ subject, amount }) => `返還請求書により、請求書${subject}を${amount}減額しました`,
    writeOff: ({ subject, amount }) => `請求書${subject}の残り${amount}を貸倒れとして処理しました`,
    declareSetOff: ({ subject }) => `請求書${subject}の預り金を、ほかの請求書と相殺しました`,
    setOffReceived: ({ subject, amount }) => `請求書${subject}を相殺により${amount}決済しました`,
    creditPaidBack: ({ subject, amount }) => `請求書${subject}の預り金${amount}をお返しします`,
    creditReturned: ({ subject, amount }) =>
      `返金${amount}が成立しなかったため、請求書${subject}の預り金に戻しました`,
    earn: ({ subject }) => `請求書${subject}の1か月分を売上に計上しました`,
    endEarning: ({ subject }) =>
      `終了により、請求書${subject}の残りのうちお返ししない分を売上に計上しました`,
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
    actionRequired: () => "カード会社が本人認証を求めました",
    chargeRefused: () => "登録カードへの請求を見送りました",
    giveUp: () => "本人認証を待っていた請求を取り下げました",
    refund: ({ amount }) => `カード払いのうち${amount}を返金します`,
    refundFailed: () => "カード払いの返金が成立しませんでした",
    dispute: ({ amount }) => `カード払い${amount}に、カード会社を通じた異議の申立てがありました`,
    disputeWon: () => "カード払いへの異議は認められませんでした",
    disputeLost: ({ amount }) => `カード払いへの異議が認められ、${amount}が取り消されました`,
    take: ({ amount }) => `請求と異なる金額${amount}を入金として処理しました`,
  },
  refund: {
    create: ({ amount }) => `${amount}の返金を承認しました`,
    find: ({ amount }) => `決済事業者の画面で${amount}の返金が行われました`,
    made: () => "返金の手続きが決済事業者に受け付けられました",
    succeed: () => "カードへの返金が完了しました",
    fail: () => "カードへの返金が成立しませんでした",
    refuse: () => "返金の手続きを決済事業者が受け付けませんでした",
    transferred: () => "返金を銀行口座へ振り込みました",
    transferFailed: ({ reason }) => `返金の振込みができませんでした（${reason}）`,
    closeFailure: () => "成立しなかった返金への対応を記録しました",
    exceeds: ({ amount }) => `返金のうち${amount}は、お支払いの残額を超えています`,
    lookUp: () => "返金の結果を決済事業者に照会しました",
  },
  dispute: {
    open: ({ amount }) => `カード払い${amount}への異議が申し立てられました`,
    withdraw: ({ amount }) => `カード会社が${amount}を引き落としました`,
    reinstate: ({ amount }) => `カード会社から${amount}が戻りました`,
    review: () => "証拠が提出され、カード会社が審査しています",
    win: () => "異議は認められませんでした",
    lose: () => "異議が認められました",
    exceeds: ({ amount }) => `異議のうち${amount}は、お支払いの残額を超えています`,
    closeLoss: () => "異議の成立への対応を記録しました",
  },
  card: cardHistory,
  bankReceipt: {
    apply: ({ amount }) => `振込み${amount}をお客様の入金として処理しました`,
    reverse: () => "振込みの消込みを取り消しました",
  },
  creditNote: {
    issue: ({ amount }) => `返還請求書（${amount}）を発行しました`,
  },
  approval: {
    propose: ({ reason }) => `承認を求めました（理由：${reason}）`,
    approve: () => "承認しました",
    refuse: ({ reason }) => `承認しませんでした（理由：${reason}）`,
    withdraw: () => "承認の求めを取り下げました",
  },
  monthClose: {
    explain: () => "未解決の項目に説明を付けました",
    retract: () => "説明を取り消しました",
    close: () => "月を締めました",
    reopen: () => "締めた月を再開しました",
  },
  device: deviceHistory,
  ...matterHistory,
  stockDevice: {
    register: () => "接続機器を在庫に登録しました",
    makeAvailable: () => "接続機器を貸出可にしました",
    sendToRepair: ({ reason }) => `接続機器を修理に出しました（理由：${reason}）`,
    retire: ({ reason }) => `接続機器を廃棄しました（理由：${reason}）`,
    reserve: () => "貸出しのために割り当てました",
    release: () => "割当てを取り消しました",
    leave: () => "接続機器を発送しました",
    comeBack: () => "接続機器が戻りました",
    lose: () => "接続機器が失われました",
    find: () => "失われた接続機器が見つかりました",
    passOn: () => "貸出先が譲受人に変わりました",
  },
  maintenance: {
    plan: () => "計画メンテナンスを計画しました",
    change: () => "計画メンテナンスを変更しました",
    callOff: () => "計画メンテナンスを中止しました",
    begin: () => "計画メンテナンスが始まりました",
    finish: () => "計画メンテナンスが終わりました",
  },
  breachCase: breachCaseHistory,
  consentRequest: consentRequestHistory,
  termsVersion: termsVersionHistory,
  restriction: {
    plan: () => "利用制限を決定しました",
    change: () => "利用制限の内容を変更しました",
    callOff: () => "予定していた利用制限を中止しました",
    begin: () => "利用制限が始まりました",
    catchUp: () => "新たに対象となった契約に利用制限を反映しました",
    lift: () => "利用制限を解除しました",
    endReached: () => "予定の時刻に利用制限を解除しました",
    announceEnd: () => "長期の利用制限による契約の解除を予告しました",
    lastDayOver: () => "利用制限の対象の契約が終了しました",
  },
  discontinuation: {
    announce: () => "サービスの廃止を予告しました",
    withdraw: () => "サービスの廃止を撤回しました",
    catchUp: () => "新たに対象となった契約に廃止の予告を反映しました",
    takeEffect: () => "サービスを廃止しました",
  },
};
