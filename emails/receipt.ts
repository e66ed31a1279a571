import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the mail that confirms a payment. Amounts are integer yen; the day is its value date. */
export type ReceiptMailProps = MailBase & {
  receiptNumber: string;
  invoiceNumber: string;
  paidDay: string;
  amount: number;
  /** What is still open on the invoice after this payment, yen. */
  remaining: number;
  method: "card" | "bankTransfer";
};

const ja = {
  subject: (invoice: string) => `ご入金を確認しました（請求書 ${invoice}）`,
  preview: (amount: string) => `${amount}のお支払いをありがとうございます。`,
  heading: "ご入金を確認しました",
  lead: "お支払いをありがとうございます。次のとおりご入金を確認しました。",
  receipt: "領収書番号",
  invoice: "請求書番号",
  paid: "お支払日",
  amount: "お支払額",
  method: "お支払方法",
  methods: { card: "カード", bankTransfer: "銀行振込" },
  remaining: "未払いの残額",
  warning: (remaining: string) => `残額${remaining}のお支払いがまだお済みではありません。`,
  action: "領収書の表示",
  after: "領収書は、ポータルからPDFで保存いただけます。",
};

const en: typeof ja = {
  subject: (invoice) => `Payment received (invoice ${invoice})`,
  preview: (amount) => `Thank you for your payment of ${amount}.`,
  heading: "We have received your payment",
  lead: "Thank you. The following payment has reached us.",
  receipt: "Receipt number",
  invoice: "Invoice number",
  paid: "Paid on",
  amount: "Amount paid",
  method: "Method",
  methods: { card: "Card", bankTransfer: "Bank transfer" },
  remaining: "Still open",
  warning: (remaining) => `${remaining} of this invoice are still open.`,
  action: "View the receipt",
  after: "The receipt can be saved as a PDF in the portal.",
};

/** Confirms a payment (領収) towards an invoice of A12.2. */
export const receipt = defineMail({ ja, en }, (props: ReceiptMailProps, words, locale) => {
  const amount = formatYen(props.amount, locale);
  const remaining = formatYen(props.remaining, locale);
  return {
    subject: words.subject(props.invoiceNumber),
    preview: words.preview(amount),
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.amount, value: amount },
      { label: words.paid, value: formatDay(props.paidDay, locale) },
      { label: words.method, value: words.methods[props.method] },
      { label: words.invoice, value: props.invoiceNumber },
      { label: words.receipt, value: props.receiptNumber },
      { label: words.remaining, value: remaining },
    ],
    warning: props.remaining > 0 ? words.warning(remaining) : undefined,
    action: words.action,
    after: [words.after],
    clauses: ["A12.2"],
  };
});
