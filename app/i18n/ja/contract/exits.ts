/** What one day of delay costs; days and amounts are already in the page's form. */
export interface LateFacts {
  lastDay: string;
  endDay: string;
  lateDay: string;
  lateEndDay: string;
  extra: string;
}

/** Texts of the next days on which a contract can end. */
export const exits = {
  title: "次に終了できる日",
  ofContract: "契約を終える場合",
  optionTitle: (name: string) => `次に終了できる日：${name}`,
  options: "オプションだけを終える場合",
  end: "終了日",
  endText: (day: string) => `${day}の24時`,
  noticeBy: "申出の期限",
  today: (day: string) => `${day}（本日）`,
  basis: "終わり方",
  bases: { "A10.2": "更新しない", "A17.1": "中途解約" },
  fees: "今後かかる料金",
  saved: "続けた場合との差",
  noSaving: "差はありません",
  beyond: "最も安い終わり方との差",
  cheapest: "最も安い",
  note: (until: string, fees: string) =>
    `料金は、今後始まる契約期間の分で、税込です。続けた場合（${until}まで）は${fees}です。お支払い済みの料金は、途中で終えても戻りません。`,
  none: "これより早く終了できる日はありません。",
  lateTitle: (extra: string) => `申出が1日遅れると、${extra}多くかかります`,
  lateText: ({ lastDay, endDay, lateDay, lateEndDay, extra }: LateFacts) =>
    `${lastDay}までに申し出れば、契約は${endDay}に満了します。翌日の${lateDay}になると、契約は更新されてからの中途解約となり、早くても${lateEndDay}の終了で、更新後の1年分の料金${extra}（税込）がかかります。`,
};
