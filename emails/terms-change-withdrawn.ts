import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the word that an announced version will not come to bind. Days are ISO. */
export type TermsChangeWithdrawnProps = MailBase & {
  contractNumber: string;
  document: BilingualName;
  version: string;
  /** On which it would have come to bind. */
  effectiveDay: string;
};

const ja = {
  subject: (document: string) => `${document}の変更の取下げのお知らせ`,
  preview: (version: string) => `告知した版（${version}）は適用されません。`,
  heading: (document: string) => `${document}の変更を取り下げました`,
  lead: (document: string, day: string) =>
    `${day}に予定していた${document}の変更を取り下げました。ご契約には、引き続き現在の版が適用されます。お手続きは要りません。`,
  contract: "契約番号",
  version: "取り下げた版",
  action: "現在の版の確認",
};

const en: typeof ja = {
  subject: (document) => `The change of the ${document} was withdrawn`,
  preview: (version) => `The announced version (${version}) will not apply.`,
  heading: (document) => `The change of the ${document} was withdrawn`,
  lead: (document, day) =>
    `The change of the ${document} planned for ${day} was withdrawn. The present version goes on applying to your contract. There is nothing to do.`,
  contract: "Contract number",
  version: "Version withdrawn",
  action: "View the present version",
};

/** Tells customers that an announced version was withdrawn before its day (A3.2). */
export const termsChangeWithdrawn = defineMail(
  { ja, en },
  (props: TermsChangeWithdrawnProps, words, locale) => {
    const document = formatName(props.document, locale);
    return {
      subject: words.subject(document),
      preview: words.preview(props.version),
      heading: words.heading(document),
      lead: [words.lead(document, formatDay(props.effectiveDay, locale))],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.version, value: props.version },
      ],
      action: words.action,
      clauses: ["A3.2"],
    };
  },
);
