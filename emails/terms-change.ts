import { defineMail, type BilingualName, type MailBase } from "./mail.ts";
import { formatDay, formatName } from "./format.ts";

/** Props of the announcement of new terms or of a new specification. Days are ISO. */
export type TermsChangeProps = MailBase & {
  contractNumber: string;
  /** What changes: the terms of service, or a menu's specification. */
  document: BilingualName;
  version: string;
  effectiveDay: string;
  summaryJa: string;
  summaryEn: string;
  /** Why the announcement came later than a month before; null where it came in time. */
  lateReasonJa: string | null;
  lateReasonEn: string | null;
};

const ja = {
  subject: (document: string, day: string) => `${document}の変更のお知らせ（${day}発効）`,
  preview: (document: string) => `${document}の新しい版を告知しました。変更内容をご確認ください。`,
  heading: (document: string) => `${document}の変更のお知らせ`,
  lead: (document: string, day: string) =>
    `${document}を次のとおり変更します。${day}から、ご契約には新しい版が適用されます。`,
  late: (reason: string) =>
    `やむを得ない事情により、告知から発効までの期間が1か月より短くなりました。理由：${reason}`,
  contract: "契約番号",
  document: "変更する文書",
  version: "新しい版",
  effective: "効力が生じる日",
  summary: "変更の概要",
  action: "変更前後の比較",
  after: (day: string) =>
    `ご利用を続ける場合、お手続きは要りません。内容をお読みのうえ、ご不明な点は${day}までにお問い合わせください。契約の終了をご希望の場合は、ポータルの契約のページで、終了できる日とお支払額をご確認いただけます。`,
};

const en: typeof ja = {
  subject: (document, day) => `Change of the ${document}, effective on ${day}`,
  preview: (document) =>
    `A new version of the ${document} was announced. Please read what changes.`,
  heading: (document) => `Change of the ${document}`,
  lead: (document, day) =>
    `We change the ${document} as stated below. From ${day} on the new version applies to your contract.`,
  late: (reason) =>
    `For reasons that could not be avoided, less than a month lies between this announcement and the effective day. The reason: ${reason}`,
  contract: "Contract number",
  document: "Document that changes",
  version: "New version",
  effective: "Effective day",
  summary: "What changes",
  action: "Compare both versions",
  after: (day) =>
    `To go on using the service there is nothing to do. Please read the new text and ask us before ${day} if anything is unclear. If you wish to end the contract, its page in the portal shows when it can end and what is owed.`,
};

/** Announces new terms or a new specification to the customers they will bind (A3.2). */
export const termsChange = defineMail({ ja, en }, (props: TermsChangeProps, words, locale) => {
  const day = formatDay(props.effectiveDay, locale);
  const document = formatName(props.document, locale);
  const reason = locale === "ja" ? props.lateReasonJa : props.lateReasonEn;
  return {
    subject: words.subject(document, day),
    preview: words.preview(document),
    heading: words.heading(document),
    lead: [words.lead(document, day), ...(reason ? [words.late(reason)] : [])],
    facts: [
      { label: words.contract, value: props.contractNumber },
      { label: words.document, value: document },
      { label: words.version, value: props.version },
      { label: words.effective, value: day },
      { label: words.summary, value: locale === "ja" ? props.summaryJa : props.summaryEn },
    ],
    action: words.action,
    after: [words.after(day)],
    clauses: ["A3.1", "A3.2"],
  };
});
