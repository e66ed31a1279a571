import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the reminders before the notice day. Days are ISO, the fee integer yen with tax. */
export type RenewalReminderProps = MailBase & {
  contractNumber: string;
  endDay: string;
  noticeDay: string;
  /** Whole days from today to the notice day. */
  daysLeft: number;
  nextStartDay: string;
  nextEndDay: string;
  nextFee: number;
};

const ja = {
  subject: (day: string, contract: string) =>
    `契約更新のご案内：終了のお申出は${day}まで（契約 ${contract}）`,
  preview: (left: number) => `更新しない場合の申出期限まで、あと${left}日です。`,
  heading: "まもなく契約の更新が決まります",
  lead: (notice: string) =>
    `このまま継続される場合、手続は要りません。終了される場合は、${notice}の24時までにポータルからお申し出ください。`,
  contract: "契約番号",
  end: "現在の利用期間の満了日",
  notice: "終了の申出期限",
  next: "更新後の利用期間",
  nextValue: (start: string, end: string) => `${start}から${end}まで`,
  fee: "更新後の料金（1年分・税込）",
  warning: (fee: string) =>
    `期限を過ぎると更新が確定し、その後に中途で解約されても、更新後の1年分の料金${fee}の全額をお支払いいただくことになります。`,
  action: "更新内容の確認と終了の申出",
};

const en: typeof ja = {
  subject: (day, contract) => `Renewal: notice possible until ${day} (contract ${contract})`,
  preview: (left) =>
    left === 1
      ? "1 day is left to stop the renewal."
      : `${left} days are left to stop the renewal.`,
  heading: "Your contract is about to renew",
  lead: (notice) =>
    `If you wish to continue there is nothing to do. To end the contract with its term, give notice in the portal by 24:00 (Japan time) on ${notice}.`,
  contract: "Contract number",
  end: "Present term ends on",
  notice: "Last day to give notice",
  next: "Renewed term",
  nextValue: (start, end) => `${start} to ${end}`,
  fee: "Fee of the renewed term, one year, with tax",
  warning: (fee) =>
    `After that day the renewal is fixed. Cancelling later saves nothing: the fee of the new year, ${fee}, is owed in full.`,
  action: "Review the renewal or give notice",
};

/** Reminds the customer of the notice day before the contract renews by itself (A10.2, A17.2). */
export const renewalReminder = defineMail(
  { ja, en },
  (props: RenewalReminderProps, words, locale) => {
    const notice = formatDay(props.noticeDay, locale);
    const fee = formatYen(props.nextFee, locale);
    const nextStart = formatDay(props.nextStartDay, locale);
    const nextEnd = formatDay(props.nextEndDay, locale);
    return {
      subject: words.subject(notice, props.contractNumber),
      preview: words.preview(props.daysLeft),
      heading: words.heading,
      lead: [words.lead(notice)],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.notice, value: notice },
        { label: words.end, value: formatDay(props.endDay, locale) },
        { label: words.next, value: words.nextValue(nextStart, nextEnd) },
        { label: words.fee, value: fee },
      ],
      warning: words.warning(fee),
      action: words.action,
      clauses: ["A10.2", "A17.2"],
    };
  },
);
