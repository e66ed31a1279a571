import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatYen, formatName } from "./format.ts";

/** Props of the mail about an accepted option. Days ISO, the fee integer yen. */
export type OptionAddedProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  startDay: string;
  /** The last day for which its first fee is, and that fee in yen with tax. */
  untilDay: string;
  fee: number;
};

const ja = {
  subject: (contract: string) => `オプション追加の承諾（契約 ${contract}）`,
  preview: "オプションの追加を承諾しました。",
  heading: "オプションの追加を承諾しました",
  lead: "お申し込みのオプションを承諾しました。承諾の日から契約の一部となります。",
  contract: "契約番号",
  name: "オプション",
  day: "開始日",
  until: "初回の料金の対象の末日",
  fee: "初回の料金（税込）",
  action: "契約の確認",
  after: "初回の料金は、開始した月を1か月と数えた月割りです。請求書は別のメールでお送りします。",
};

const en: typeof ja = {
  subject: (contract) => `Your option is accepted (contract ${contract})`,
  preview: "The additional option is accepted.",
  heading: "Your option is accepted",
  lead: "We accepted the option that you ordered. From that day on it is part of your contract.",
  contract: "Contract number",
  name: "Option",
  day: "Start",
  until: "First fee is for the days up to",
  fee: "First fee, with tax",
  action: "View the contract",
  after:
    "The first fee is by months, the month of the start counted whole. The invoice comes in a mail of its own.",
};

/** Tells the customer that an option was accepted and runs from that day (A9.1, A12.2). */
export const optionAdded = defineMail({ ja, en }, (props: OptionAddedProps, words, locale) => {
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.name, value: formatName(props.option, locale) },
      { label: words.day, value: formatDay(props.startDay, locale) },
      { label: words.until, value: formatDay(props.untilDay, locale) },
      { label: words.fee, value: formatYen(props.fee, locale) },
    ],
    action: words.action,
    after: [words.after],
    clauses: ["A9.1", "A12.2"],
  };
});
