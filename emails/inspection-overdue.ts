import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail; days ISO. */
export type InspectionOverdueProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  completedDay: string;
  /** The last day of the inspection, which is past. */
  lastDay: string;
};

const ja = {
  subject: (contract: string) => `検査の期限が過ぎています（契約 ${contract}）`,
  preview: "完了した作業の検査の結果をまだいただいていません。",
  heading: "検査の期限の経過",
  lead: "次の作業の検査の期限が過ぎましたが、結果をまだいただいていません。検収も異議も、今からでもお受けします。",
  contract: "契約番号",
  name: "作業",
  completed: "作業の完了日",
  last: "検査の期限",
  warning: "期限が過ぎたことで、検収したことにはなりません。担当者からもご連絡することがあります。",
  action: "検査の結果の入力",
};

const en: typeof ja = {
  subject: (contract) => `Your inspection is overdue (contract ${contract})`,
  preview: "We have not received the result of your inspection yet.",
  heading: "Your inspection is overdue",
  lead: "The day for inspecting the work below has passed without a result. You can still accept the work or object to it.",
  contract: "Contract number",
  name: "Work",
  completed: "Completed on",
  last: "Inspect by",
  warning: "That the day has passed accepts nothing. Our staff may get in touch with you as well.",
  action: "Give the result",
};

/** Asks the customer for an inspection whose last day has passed: silence accepts nothing (A11). */
export const inspectionOverdue = defineMail(
  { ja, en },
  (props: InspectionOverdueProps, words, locale) => {
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
