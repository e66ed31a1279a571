import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail about an option that goes on. Days ISO. */
export type OptionResumedProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  resumedDay: string;
  remainingEndDay: string | null;
};

const ja = {
  subject: (contract: string) => `オプション終了の取消し（契約 ${contract}）`,
  preview: "オプションの終了の予定が取り消されました。",
  heading: "オプションの終了の予定が取り消されました",
  lead: "次のオプションの終了の予定が取り消されました。",
  contract: "契約番号",
  name: "オプション",
  day: "取消しの日",
  remaining: "なお予定されている終了日",
  action: "契約の確認",
};

const en: typeof ja = {
  subject: (contract) => `The end of an option is off (contract ${contract})`,
  preview: "A planned end of an option is off.",
  heading: "The planned end of the option is off",
  lead: "The planned end of the option below is off.",
  contract: "Contract number",
  name: "Option",
  day: "Off since",
  remaining: "End that is still planned",
  action: "View the contract",
};

/** Tells the customer that an option goes on after all (A9.2). */
export const optionResumed = defineMail({ ja, en }, (props: OptionResumedProps, words, locale) => {
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.name, value: formatName(props.option, locale) },
      { label: words.day, value: formatDay(props.resumedDay, locale) },
      ...(props.remainingEndDay === null
        ? []
        : [{ label: words.remaining, value: formatDay(props.remainingEndDay, locale) }]),
    ],
    action: words.action,
    clauses: ["A9.2", "A17.1"],
  };
});
