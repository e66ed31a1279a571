import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the mail; days ISO. */
export type WorkObjectedProps = MailBase & {
  contractNumber: string;
  option: BilingualName;
  completedDay: string;
  objectedDay: string;
};

const ja = {
  subject: (contract: string) => `異議を受け付けました（契約 ${contract}）`,
  preview: "作業への異議を受け付けました。",
  heading: "作業への異議の受付",
  lead: "次の作業への異議を受け付けました。担当者が理由を確認して作業をやり直し、完了したときは、改めて報告します。",
  contract: "契約番号",
  name: "作業",
  completed: "作業の完了日",
  objected: "異議の申出日",
  action: "異議の内容の確認",
};

const en: typeof ja = {
  subject: (contract) => `We received your objection (contract ${contract})`,
  preview: "We received your objection to completed work.",
  heading: "We received your objection",
  lead: "We received your objection to the work below. Our staff look into your reasons, do the work again, and report to you anew when it is completed.",
  contract: "Contract number",
  name: "Work",
  completed: "Completed on",
  objected: "Objected on",
  action: "View the objection",
};

/** Confirms an objection to completed work, which is done again (A11). */
export const workObjected = defineMail({ ja, en }, (props: WorkObjectedProps, words, locale) => {
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.name, value: formatName(props.option, locale) },
      { label: words.completed, value: formatDay(props.completedDay, locale) },
      { label: words.objected, value: formatDay(props.objectedDay, locale) },
    ],
    action: words.action,
    clauses: ["A11.1"],
  };
});
