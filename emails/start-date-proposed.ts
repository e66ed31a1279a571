import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail that proposes another start day than the customer wished for. Days are ISO. */
export type StartDateProposedProps = MailBase & {
  contractNumber: string;
  wishedStartDay: string;
  proposedStartDay: string;
  reason: string | null;
};

const ja = {
  subject: (contract: string) => `【要確認】利用開始日のご提案（契約 ${contract}）`,
  preview: (day: string) => `利用開始日として${day}をご提案します。`,
  heading: "利用開始日をご確認ください",
  lead: (wished: string, proposed: string) =>
    `ご希望の${wished}からは開始できない見込みのため、${proposed}の開始をご提案します。この日は、お客様に確認いただいたときに確定します。`,
  contract: "契約番号",
  wished: "ご希望の日",
  proposed: "ご提案する日",
  reason: "理由",
  action: "提案の確認と回答",
  after: "別の日をご希望の場合も、同じ画面からご連絡いただけます。確定するまで料金は発生しません。",
};

const en: typeof ja = {
  subject: (contract) => `Please confirm the start date (contract ${contract})`,
  preview: (day) => `We propose to start on ${day}.`,
  heading: "Please confirm the start date",
  lead: (wished, proposed) =>
    `We expect that we cannot start on ${wished} as you wished, and propose ${proposed} instead. The date is fixed when you confirm it.`,
  contract: "Contract number",
  wished: "Date you wished for",
  proposed: "Date we propose",
  reason: "Reason",
  action: "Answer the proposal",
  after: "You can ask for another date on the same page. Nothing is charged until a date is fixed.",
};

/** Asks the customer to confirm a start day other than the wished one (A5.5). */
export const startDateProposed = defineMail(
  { ja, en },
  (props: StartDateProposedProps, words, locale) => {
    const wished = formatDay(props.wishedStartDay, locale);
    const proposed = formatDay(props.proposedStartDay, locale);
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview(proposed),
      heading: words.heading,
      lead: [words.lead(wished, proposed)],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.wished, value: wished },
        { label: words.proposed, value: proposed },
        ...(props.reason === null ? [] : [{ label: words.reason, value: props.reason }]),
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A5.5"],
    };
  },
);
