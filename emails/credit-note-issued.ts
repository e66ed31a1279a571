import { formatYen } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail with a credit note. Amounts are integer yen. */
export type CreditNoteIssuedProps = MailBase & {
  number: string;
  invoiceNumber: string;
  contractNumber: string;
  cause: "unearned" | "correction";
  total: number;
  tax: number;
  /** What the invoice still asks for, and what of it is the customer's, after the credit note. */
  owed: number;
  credit: number;
};

const ja = {
  subject: (number: string, invoice: string) =>
    `返還請求書 ${number} を発行しました（請求書 ${invoice}）`,
  preview: (total: string) => `${total}をお返しします。`,
  heading: "返還請求書を発行しました",
  leads: {
    unearned:
      "契約の終了後の期間について、すでにご請求した料金をお返しします。返還請求書（適格返還請求書）を発行しました。",
    correction: "請求書の金額を訂正し、返還請求書（適格返還請求書）を発行しました。",
  },
  total: "返還の額（税込み）",
  tax: "うち消費税等",
  number: "返還請求書番号",
  invoice: "もとの請求書番号",
  contract: "契約番号",
  owed: "この請求書の未払いの残額",
  credit: "お客様の預り金",
  paysOwed: (owed: string) =>
    `返還の額を未払いの分から差し引きました。残りの${owed}は、請求書のお支払期限までにお支払いください。`,
  becomesCredit: (credit: string) =>
    `お客様の預り金は${credit}です。ほかのご請求と相殺するか、お返しします。手続きが決まりましたら、お知らせします。`,
  nothingLeft: "この請求書について、お支払いいただくものはありません。",
  action: "返還請求書の表示",
};

const en: typeof ja = {
  subject: (number, invoice) => `Credit note ${number} for invoice ${invoice}`,
  preview: (total) => `We give back ${total}.`,
  heading: "Your credit note",
  leads: {
    unearned:
      "We give back what we had invoiced for the days after the end of the contract, and have issued a credit note (qualified return invoice).",
    correction:
      "We have corrected an invoice, and issued a credit note (qualified return invoice) for the difference.",
  },
  total: "Given back, with tax",
  tax: "Of it consumption tax",
  number: "Credit note",
  invoice: "Of invoice",
  contract: "Contract number",
  owed: "Still open on this invoice",
  credit: "Your credit with us",
  paysOwed: (owed) =>
    `It was taken off what is open. Please pay the remaining ${owed} by the due date of the invoice.`,
  becomesCredit: (credit) =>
    `Your credit with us is ${credit}. We set it off against other invoices or pay it back, and write to you when that is decided.`,
  nothingLeft: "Nothing is left to be paid for this invoice.",
  action: "View the credit note",
};

/** Gives back a part of an invoice, or all of it (適格返還請求書): after an end (A17.2), or to correct it. */
export const creditNoteIssued = defineMail(
  { ja, en },
  (props: CreditNoteIssuedProps, words, locale) => {
    const [total, owed, credit] = [props.total, props.owed, props.credit].map((amount) =>
      formatYen(amount, locale),
    ) as [string, string, string];
    const left = props.owed > 0 ? words.paysOwed(owed) : words.nothingLeft;
    return {
      subject: words.subject(props.number, props.invoiceNumber),
      preview: words.preview(total),
      heading: words.heading,
      lead: [words.leads[props.cause]],
      facts: [
        { label: words.total, value: total },
        { label: words.tax, value: formatYen(props.tax, locale) },
        { label: words.number, value: props.number },
        { label: words.invoice, value: props.invoiceNumber },
        { label: words.contract, value: props.contractNumber },
        { label: words.owed, value: owed },
        { label: words.credit, value: credit },
      ],
      action: words.action,
      after: [left, ...(props.credit > 0 ? [words.becomesCredit(credit)] : [])],
      clauses: props.cause === "unearned" ? ["A17.2"] : ["A12.2"],
    };
  },
);
