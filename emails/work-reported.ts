import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail; days ISO. */
export type WorkReportedProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  completedDay: string;
  reportedDay: string;
  /** The last day of the inspection. */
  lastDay: string;
};

const ja = {
  subject: (contract: string) => `作業完了の報告と検査のお願い（契約 ${contract}）`,
  preview: "作業の完了を報告します。検査の結果をお知らせください。",
  heading: "作業完了の報告と検査のお願い",
  lead: "次の作業が完了しました。内容を検査し、期限までに検収するか、異議とその理由をお知らせください。",
  contract: "契約番号",
  name: "作業",
  completed: "作業の完了日",
  reported: "報告した日",
  last: "検査の期限",
  warning:
    "期限を過ぎても、検収したことにはなりません。検収または異議をいただくまで、確認のお願いを続けます。",
  action: "検査の結果の入力",
};

const en: typeof ja = {
  subject: (contract) => `Work completed: please inspect it (contract ${contract})`,
  preview: "Work has been completed. Please tell us the result of your inspection.",
  heading: "Work completed: please inspect it",
  lead: "The work below has been completed. Please inspect it, and accept it or object with your reasons by the day named.",
  contract: "Contract number",
  name: "Work",
  completed: "Completed on",
  reported: "Reported on",
  last: "Inspect by",
  warning:
    "Letting the day pass accepts nothing: we go on asking until you have accepted the work or objected to it.",
  action: "Give the result",
};

/** Tells the customer that work was reported as completed, and by when to inspect it (A11). */
export const workReported = defineMail({ ja, en }, (props: WorkReportedProps, words, locale) => {
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.name, value: formatName(props.option, locale) },
      { label: words.completed, value: formatDay(props.completedDay, locale) },
      { label: words.reported, value: formatDay(props.reportedDay, locale) },
      { label: words.last, value: formatDay(props.lastDay, locale) },
    ],
    warning: words.warning,
    action: words.action,
    clauses: ["A11.1"],
  };
});
