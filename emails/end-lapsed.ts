import { defineMail, type MailBase } from "./mail.ts";
import { formatDay } from "./format.ts";

/** Props of the mail about an end that lapsed. Days ISO. */
export type EndLapsedProps = MailBase & {
  contractNumber: string;
  cause: "discontinued" | "restricted" | "assigned";
  clause: string;
  lapsedDay: string;
  endDay: string;
  remainingEndDay: string | null;
};

const ja = {
  subject: (contract: string) => `契約終了の予告の取消し（契約 ${contract}）`,
  preview: "お知らせした終了の予定を取り消しました。",
  heading: "終了の予定を取り消しました",
  lead: "先にお知らせした終了の予定は、その事由がなくなったため取り消されました。",
  goesOn: "ご契約はこれまでどおり続きます。",
  contract: "契約番号",
  cause: "取り消された事由",
  causes: {
    discontinued: "サービスの廃止",
    restricted: "長期の利用制限による解除",
    assigned: "契約上の地位の譲渡",
  },
  day: "取消しの日",
  end: "取り消された最終日",
  remaining: "なお予定されている終了日",
  action: "契約の確認",
};

const en: typeof ja = {
  subject: (contract) => `A planned end is off (contract ${contract})`,
  preview: "A planned end is off.",
  heading: "The planned end is off",
  lead: "The end that we announced is off, because its reason is gone.",
  goesOn: "The contract goes on as before.",
  contract: "Contract number",
  cause: "Reason that is gone",
  causes: {
    discontinued: "Discontinuation of the service",
    restricted: "End after a long restriction",
    assigned: "Assignment of the contract",
  },
  day: "Off since",
  end: "End that no longer applies",
  remaining: "End that is still planned",
  action: "View the contract",
};

/** Tells the customer that a planned end lapsed: the restriction was lifted, the discontinuation withdrawn, the assignment called off (A19.4, A20, A31). */
export const endLapsed = defineMail({ ja, en }, (props: EndLapsedProps, words, locale) => {
  return {
    subject: words.subject(props.contractNumber),
    preview: words.preview,
    heading: words.heading,
    lead: props.remainingEndDay === null ? [words.lead, words.goesOn] : [words.lead],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.cause, value: words.causes[props.cause] },
      { label: words.day, value: formatDay(props.lapsedDay, locale) },
      { label: words.end, value: formatDay(props.endDay, locale) },
      ...(props.remainingEndDay === null
        ? []
        : [{ label: words.remaining, value: formatDay(props.remainingEndDay, locale) }]),
    ],
    action: words.action,
    clauses: [props.clause],
  };
});
