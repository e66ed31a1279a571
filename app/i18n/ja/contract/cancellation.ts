/** Texts of the page on which a customer gives notice. */
export const cancellation = {
  title: "解約の申出",
  stepLabels: ["終わり方の選択", "内容の確認"],
  lead: "契約の終わり方を選んでください。次の画面で、終了日と費用を確かめてから申し出ます。",
  choose: "終わり方",
  term: {
    label: "契約期間の満了で終わる（更新しない）",
    noticeDay: (notice: string) => `更新を断る期限は${notice}の24時です。今なら間に合います。`,
    support: (end: string) => `${end}に終わります。更新の料金はかかりません。`,
    lapsed: (notice: string, start: string) =>
      `更新を断る期限は${notice}に過ぎたため、この終わり方は選べません。契約は${start}から1年間更新されます。`,
    none: "開始日が決まっていないため、契約期間はまだありません。",
  },
  earliest: {
    label: "できるだけ早く終わる",
    support: (end: string) => `申出から2か月後の${end}に終わります。`,
    nothingSaved: "途中で終えても、その期間の料金は戻りません。",
    renewsFirst: (start: string) =>
      `その前に${start}から更新されるため、次の1年分の料金がかかります。`,
    beforeStart: "開始日より前に終わる場合、料金はかかりません。",
  },
  day: {
    label: "日付を指定して終わる",
    support: (first: string, last: string) => `${first}から${last}までの日を選べます。`,
    field: "終了を希望する日",
    fieldSupport: (first: string, last: string) =>
      `「日付を指定して終わる」を選んだときに入力してください。${first}から${last}まで。`,
    nextTermEnd: (day: string) =>
      `更新後の料金は途中で終えても同じなので、更新後の期間の満了日（${day}）も選べます。`,
  },
  preview: "内容の確認へ",
  errors: {
    notChosen: "終わり方を選んでください。",
    notADay: "終了を希望する日を、2026/03/31 のような日付で入力してください。",
    tooEarly: (day: string) =>
      `その日には終われません。申出から2か月かかるため、${day}以後の日を入力してください。`,
    tooLate: (day: string) =>
      `24か月より先の日は指定できません。${day}までの日を入力してください。`,
    notEarlier: (day: string) =>
      `契約は${day}に終わることが決まっています。それより早く終わる終わり方を選んでください。`,
  },
  pending: "終了の予定があります",
  pendingText: (day: string) =>
    `この契約は${day}に終わることが決まっています。ここで申し出られるのは、それより早い終了だけです。`,
  pendingOnly: (day: string) =>
    `この契約は${day}に終わることが決まっています。今からこれより早く終えることはできません。`,
  review: {
    title: "この内容で解約を申し出ますか",
    changedTitle: "終了日が変わりました",
    changedText:
      "表示されてから条件が変わりました。新しい内容を確かめて、もう一度お申し出ください。",
    end: "終了日",
    endText: (day: string) => `${day}の24時に終わります。`,
    byTerm: "契約期間の満了による終了です。契約は更新されません。",
    byNotice: "中途解約による終了です。",
    newTerms: "終了までに始まる期間",
    firstTerm: (start: string, end: string) => `最初の契約期間 ${start}〜${end}`,
    renewal: (start: string, end: string) => `更新後の契約期間 ${start}〜${end}`,
    renewsFirst: "終了の前に契約が更新されます",
    renewsFirstText: (fee: string) =>
      `終了日までに新しい契約期間が始まるため、その料金${fee}（税込）の全額がかかります。期間の途中で終わっても減りません。`,
    startsFirst: "終了の前に契約期間が始まります",
    startsFirstText: (fee: string) =>
      `終了日が開始日より後になるため、最初の1年分の料金${fee}（税込）の全額がかかります。`,
    owed: "お支払いいただく額",
    owedNothing: "お支払いいただくものはありません。",
    owedTotal: (total: string, day: string) => `合計 ${total}。最後のお支払いの期限は${day}です。`,
    invoice: (number: string) => `請求書${number}`,
    byDay: (day: string) => `期限 ${day}`,
    overdue: "期限を過ぎた請求書には、お支払いの日までの遅延損害金が別に加わります。",
    unpaid: (day: string) =>
      `未払いの料金は、契約の終了により、遅くとも${day}までに一括でお支払いいただきます。`,
    refund: "払込み済みの料金",
    refundText: "戻りません。早く終わっても、お支払いの額は減りません。",
    devices: "接続機器",
    devicesText: (day: string) =>
      `お貸ししている接続機器は、${day}までにご返却ください。過ぎると、運営者がお客様の費用で回収します。`,
    noDevices: "お貸ししている接続機器はありません。",
    data: "データ",
    dataText:
      "終了と同時にサービスを使えなくなり、お預かりしたデータとログはその後消去します。必要なものは終了日までに保存してください。請求書とお支払いの記録は、終了後もポータルで見られます。",
    longerTitle: (day: string) => `${day}まで使い続けることもできます`,
    longerText: (day: string) =>
      `途中で終えても料金は減らないため、${day}に終えても、かかる料金は同じです。`,
    cheaperText: (day: string, amount: string) =>
      `${day}に終えるほうが、料金は${amount}少なくなります。`,
    longerLink: (day: string) => `${day}に終わる内容の確認へ`,
    once: "申し出た後に撤回するには、運営者の同意が必要です。",
    confirm: (day: string) => `${day}に終わる解約を申し出る`,
    other: "終わり方を選び直す",
    back: "契約に戻る",
  },
};
