import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail about a declined option. Days ISO. */
export type OptionDeclinedProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  declinedDay: string;
};

const ja = {
  subject: (contract: string) => `オプション追加について（契約 ${contract}）`,
  preview: "オプションの追加をお受けできませんでした。",
  heading: "オプションの追加をお受けできませんでした",
  lead: "お申し込みのオプションの追加は、お受けできませんでした。ご契約のほかの内容に変わりはありません。",
  contract: "契約番号",
  name: "オプション",
  day: "回答の日",
  action: "契約の確認",
};

const en: typeof ja = {
  subject: (contract) => `About your additional option (contract ${contract})`,
  preview: "The additional option could not be accepted.",
  heading: "The option could not be accepted",
  lead: "We could not accept the option that you ordered. Nothing else changes in your contract.",
  contract: "Contract number",
  name: "Option",
  day: "Answered on",
  action: "View the contract",
};

/** Tells the customer that an additional option could not be accepted (A9.1, A5.4). */
export const optionDeclined = defineMail(
  { ja, en },
  (props: OptionDeclinedProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.name, value: formatName(props.option, locale) },
        { label: words.day, value: formatDay(props.declinedDay, locale) },
      ],
      action: words.action,
      clauses: ["A9.1", "A5.4"],
    };
  },
);
