import { clauseOfConsent, consentKinds, type ConsentBase } from "./consent-kinds.ts";
import { formatDay } from "./format.ts";
import { defineMail } from "./mail.ts";

/** Props of the mail by which the operator asks a customer for consent. */
export type ConsentAskedProps = ConsentBase & {
  /** What is asked, in the words of staff; empty for a take-over, which the portal shows. */
  text: string;
};

const ja = {
  kinds: consentKinds.ja as Record<ConsentBase["kind"], string>,
  subject: (kind: string) => `【ご回答のお願い】${kind}`,
  preview: "ポータルで内容をご確認のうえ、ご回答ください。",
  heading: "承諾のお願い",
  lead: (kind: string) =>
    `${kind}について、お客様の承諾をお願いいたします。ポータルで内容をご確認のうえ、承諾するかどうかをお知らせください。`,
  contract: "契約番号",
  asked: "お願いの日",
  action: "内容の確認と回答",
};

const en: typeof ja = {
  kinds: consentKinds.en,
  subject: (kind) => `Please answer: ${kind}`,
  preview: "Please read it in the portal and answer there.",
  heading: "We ask for your consent",
  lead: (kind) =>
    `We ask for your consent to ${kind}. Please read the details in the portal and tell us whether you agree.`,
  contract: "Contract number",
  asked: "Asked on",
  action: "Read and answer",
};

/** Asks the customer for consent in writing: the operator's own assignment, or a take-over (A31.1). */
export const consentAsked = defineMail({ ja, en }, (props: ConsentAskedProps, words, locale) => ({
  subject: words.subject(words.kinds[props.kind]),
  preview: words.preview,
  heading: words.heading,
  lead: [words.lead(words.kinds[props.kind]), ...props.text.split("\n").filter(Boolean)],
  facts: [
    ...(props.contractNumber ? [{ label: words.contract, value: props.contractNumber }] : []),
    { label: words.asked, value: formatDay(props.askedDay, locale) },
  ],
  action: words.action,
  clauses: [clauseOfConsent(props.kind)],
}));
