import { clauseOfConsent, consentKinds, type ConsentBase } from "./consent-kinds.ts";
import { formatDay } from "./format.ts";
import { defineMail } from "./mail.ts";

/** Props of the mail that a request for consent has come in. */
export type ConsentReceivedProps = ConsentBase & {
  /** The request in the customer's own words. */
  text: string;
};

const ja = {
  kinds: consentKinds.ja as Record<ConsentBase["kind"], string>,
  subject: (kind: string) => `承諾のご請求を受け付けました（${kind}）`,
  preview: "審査のうえ、書面で回答いたします。",
  heading: "承諾のご請求の受付",
  lead: (kind: string) =>
    `${kind}についての承諾のご請求を受け付けました。審査のうえ、書面（PDF）で回答いたします。承諾するまでは、行うことができません。`,
  contract: "契約番号",
  asked: "ご請求の日",
  action: "ご請求の状況の確認",
};

const en: typeof ja = {
  kinds: consentKinds.en,
  subject: (kind) => `We have received your request (${kind})`,
  preview: "We will look into it and answer in writing.",
  heading: "Your request for consent",
  lead: (kind) =>
    `We have received your request for consent to ${kind}. We will answer in writing (PDF). Until we consent, it is not allowed.`,
  contract: "Contract number",
  asked: "Requested on",
  action: "See your request",
};

/** Tells that a request for consent in writing (承諾の請求) has come in (A14.5, A31.1). */
export const consentReceived = defineMail(
  { ja, en },
  (props: ConsentReceivedProps, words, locale) => ({
    subject: words.subject(words.kinds[props.kind]),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead(words.kinds[props.kind]), ...props.text.split("\n")],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.asked, value: formatDay(props.askedDay, locale) },
    ],
    action: words.action,
    clauses: [clauseOfConsent(props.kind)],
  }),
);
