import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatInstant } from "./format.ts";

/** Props of the mail about a restriction. Days ISO. */
export type ServiceRestrictedProps = MailBase & {
  contractNumber: string;
  /** The item of A19.1 or A22, or A15.2 for a breach. */
  clause: string;
  restrictedDay: string;
  /** Why, until when, and the clause by which fees stay owed; null where nobody said. */
  words: {
    reasonJa: string;
    reasonEn: string;
    textJa: string;
    textEn: string;
    feeClause: string;
    endsAt: string | null;
  } | null;
};

const ja = {
  subject: (contract: string) => `利用制限のお知らせ（契約 ${contract}）`,
  preview: "サービスの利用を制限しています。",
  heading: "サービスの利用を制限しています",
  lead: "下記の条項に基づき、サービスの全部または一部の提供を止めています。ご不便をおかけします。",
  contract: "契約番号",
  day: "制限の開始日",
  reason: "理由",
  ends: "終了の予定",
  unknown: "未定",
  fees: "料金",
  feesText: "制限の間も、料金のお支払いは続きます。",
  action: "契約の確認",
  after: "制限を解除したときは、改めてメールでお知らせします。お客様のお手続きは必要ありません。",
};

const en: typeof ja = {
  subject: (contract) => `Your service is restricted (contract ${contract})`,
  preview: "The service is restricted.",
  heading: "Your service is restricted",
  lead: "Under the clause below all or part of the service is stopped. We are sorry for the inconvenience.",
  contract: "Contract number",
  day: "Restricted from",
  reason: "Reason",
  ends: "Expected end",
  unknown: "Not known yet",
  fees: "Fees",
  feesText: "Fees stay owed while the service is restricted.",
  action: "View the contract",
  after: "We will write again when the restriction is lifted. There is nothing you have to do.",
};

/** Tells the customer that the service is restricted; fees stay owed (A19.1, A19.3, 利用制限). */
export const serviceRestricted = defineMail(
  { ja, en },
  (props: ServiceRestrictedProps, words, locale) => {
    const said = props.words;
    const isJapanese = locale === "ja";
    const text = said ? (isJapanese ? said.textJa : said.textEn).split(/\n+/) : [];
    const reason = said && (isJapanese ? said.reasonJa : said.reasonEn);
    const ends = said?.endsAt ? formatInstant(said.endsAt, locale) : words.unknown;
    return {
      subject: words.subject(props.contractNumber),
      preview: words.preview,
      heading: words.heading,
      lead: [words.lead, ...text],
      facts: [
        { label: words.contract, value: props.contractNumber },
        { label: words.day, value: formatDay(props.restrictedDay, locale) },
        ...(reason
          ? [
              { label: words.reason, value: reason },
              { label: words.ends, value: ends },
            ]
          : []),
        { label: words.fees, value: words.feesText },
      ],
      action: words.action,
      after: [words.after],
      clauses: [...new Set([props.clause, said?.feeClause ?? "A19.3"])],
    };
  },
);
