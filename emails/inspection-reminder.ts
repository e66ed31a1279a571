import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail; days ISO. */
export type InspectionReminderProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  completedDay: string;
  /** The last day of the inspection. */
  lastDay: string;
};

const ja = {
  subject: (contract: string) => `検査の期限が近づいています（契約 ${contract}）`,
  preview: "完了した作業の検査の期限が近づいています。",
  heading: "検査の期限のご案内",
  lead: "次の作業の検査の期限が近づいています。検収するか、異議とその理由をお知らせください。",
  contract: "契約番号",
  name: "作業",
  completed: "作業の完了日",
  last: "検査の期限",
  warning: "期限を過ぎても、検収したことにはなりません。",
  action: "検査の結果の入力",
};

const en: typeof ja = {
  subject: (contract) => `Your inspection is due soon (contract ${contract})`,
  preview: "The inspection of completed work is due soon.",
  heading: "Your inspection is due soon",
  lead: "The inspection of the work below is due soon. Please accept it, or object with your reasons.",
  contract: "Contract number",
  name: "Work",
  completed: "Completed on",
  last: "Inspect by",
  warning: "Letting the day pass accepts nothing.",
  action: "Give the result",
};

/** Reminds the customer of an inspection whose last day is near (A11). */
export const inspectionReminder = defineMail(
  { ja, en },
  (props: InspectionReminderProps, words, locale) => {
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.name, value: formatName(props.option, locale) },
        { label: words.completed, value: formatDay(props.completedDay, locale) },
        { label: words.last, value: formatDay(props.lastDay, locale) },
      ],
      warning: words.warning,
      action: words.action,
      clauses: ["A11.1"],
    };
  },
);
