import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the mail with an invoice. Amounts are integer yen, days ISO. */
export type InvoiceIssuedProps = MailBase & {
  invoiceNumber: string;
  contractNumber: string;
  issuedDay: string;
  dueDay: string;
  total: number;
  tax: number;
  /** How the customer pays: by a saved card on the due day, or by itself. */
  collection: "savedCard" | "byCustomer";
};

const ja = {
  subject: (invoice: string, due: string) => `ご請求書のお知らせ（${invoice}・お支払期限 ${due}）`,
  preview: (total: string, due: string) => `ご請求額 ${total}、お支払期限 ${due}`,
  heading: "ご請求書を発行しました",
  lead: (due: string) =>
    `ご利用料金の請求書を発行しました。${due}までに全額を一括でお支払いください。`,
  leadCard: (due: string) =>
    `ご利用料金の請求書を発行しました。お支払期限の${due}に、ご登録のカードで自動的にお支払いいただきます。お手続は要りません。`,
  invoice: "請求書番号",
  contract: "契約番号",
  issued: "発行日",
  total: "ご請求額（税込）",
  tax: "うち消費税等",
  due: "お支払期限",
  action: "請求書の確認とお支払い",
  afterCard:
    "自動決済を止めるときは、お支払期限の前日までに請求書の画面で手続きするか、カードを削除してください。7日前にもお知らせします。",
  after:
    "期限を過ぎますと、翌日からお支払いの日まで年14.6％の遅延損害金が加わります。請求書は、ポータルからPDFで保存いただけます。",
};

const en: typeof ja = {
  subject: (invoice, due) => `Invoice ${invoice}, due ${due}`,
  preview: (total, due) => `${total}, due ${due}`,
  heading: "Your invoice",
  lead: (due) => `We have issued the invoice for your fees. Please pay the whole amount by ${due}.`,
  leadCard: (due) =>
    `We have issued the invoice for your fees. It will be paid with your saved card on the due date, ${due}. There is nothing you need to do.`,
  invoice: "Invoice number",
  contract: "Contract number",
  issued: "Issued on",
  total: "Amount due, with tax",
  tax: "Consumption tax in it",
  due: "Due date",
  action: "View and pay the invoice",
  afterCard:
    "To stop the automatic payment, do so on the invoice's page by the day before the due date, or remove the card. We remind you seven days before.",
  after:
    "After the due date, delay damages of 14.6% a year are added from the next day to the day of payment. The invoice can be saved as a PDF in the portal.",
};

/** Sends the invoice (請求書) for the fees, with its due day and what a delay costs (A12.2, A14.3). */
export const invoiceIssued = defineMail({ ja, en }, (props: InvoiceIssuedProps, words, locale) => {
  const due = formatDay(props.dueDay, locale);
  const total = formatYen(props.total, locale);
  const lead = props.collection === "savedCard" ? words.leadCard : words.lead;
  return {
    subject: words.subject(props.invoiceNumber, due),
    preview: words.preview(total, due),
    heading: words.heading,
    lead: [lead(due)],
    facts: [
      { label: words.total, value: total },
      { label: words.tax, value: formatYen(props.tax, locale) },
      { label: words.due, value: due },
      { label: words.invoice, value: props.invoiceNumber },
      { label: words.contract, value: props.contractNumber },
      { label: words.issued, value: formatDay(props.issuedDay, locale) },
    ],
    action: words.action,
    after: props.collection === "savedCard" ? [words.afterCard, words.after] : [words.after],
    clauses: ["A12.2", "A14.3"],
  };
});
