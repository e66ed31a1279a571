import { formatDay, formatName, formatYen } from "./format.ts";
import { defineMail, type BilingualName, type MailBase } from "./mail.ts";

/** Props of the mail with an invoice for late damages. Amounts are integer yen, days ISO. */
export type DamagesClaimedProps = MailBase & {
  invoiceNumber: string;
  contractNumber: string;
  issuedDay: string;
  dueDay: string;
  amount: number;
  /** What is charged, with the number of the invoice that was paid late. */
  item: BilingualName;
  /** The days of delay, both counted. */
  from: string;
  to: string;
};

const ja = {
  subject: (invoice: string, due: string) => `遅延損害金のご請求（${invoice}・お支払期限 ${due}）`,
  preview: (amount: string, due: string) => `遅延損害金 ${amount}、お支払期限 ${due}`,
  heading: "遅延損害金の請求書を発行しました",
  lead: (due: string) =>
    `お支払期限を過ぎた期間の遅延損害金について、請求書を発行しました。${due}までにお支払いください。`,
  amount: "ご請求額（不課税）",
  item: "内容",
  days: "対象の期間",
  daysOf: (from: string, to: string) => `${from}から${to}まで`,
  due: "お支払期限",
  invoice: "請求書番号",
  contract: "契約番号",
  issued: "発行日",
  action: "計算の内訳の確認とお支払い",
  after:
    "遅延損害金に消費税はかかりません。お支払いをどのように充てたかと、日数・年率ごとの計算は、もとの請求書のページでご覧いただけます。",
};

const en: typeof ja = {
  subject: (invoice, due) => `Late damages: invoice ${invoice}, due ${due}`,
  preview: (amount, due) => `Late damages of ${amount}, due ${due}`,
  heading: "Your invoice for late damages",
  lead: (due) =>
    `We have issued an invoice for the damages of the days after the due day. Please pay it by ${due}.`,
  amount: "Amount due, outside consumption tax",
  item: "For",
  days: "Days of delay",
  daysOf: (from, to) => `${from} to ${to}`,
  due: "Due date",
  invoice: "Invoice number",
  contract: "Contract number",
  issued: "Issued on",
  action: "See how it was worked out, and pay",
  after:
    "There is no consumption tax on late damages. The page of the invoice that was paid late shows what your payments went to, and the days and rates one by one.",
};

/** Asks for the late damages (遅延損害金) of an invoice that was paid late (A14.3). */
export const damagesClaimed = defineMail(
  { ja, en },
  (props: DamagesClaimedProps, words, locale) => {
    const due = formatDay(props.dueDay, locale);
    const amount = formatYen(props.amount, locale);
    return {
      subject: words.subject(props.invoiceNumber, due),
      preview: words.preview(amount, due),
      heading: words.heading,
      lead: [words.lead(due)],
      facts: [
        { label: words.amount, value: amount },
        { label: words.due, value: due },
        { label: words.item, value: formatName(props.item, locale) },
        {
          label: words.days,
          value: words.daysOf(formatDay(props.from, locale), formatDay(props.to, locale)),
        },
        { label: words.invoice, value: props.invoiceNumber },
        { label: words.contract, value: props.contractNumber },
        { label: words.issued, value: formatDay(props.issuedDay, locale) },
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A14.3", "A12.2"],
    };
  },
);
