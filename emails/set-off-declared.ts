import { formatYen } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the notice of a set-off. Amounts are integer yen. */
export type SetOffDeclaredProps = MailBase & {
  /** The invoice whose credit pays. */
  invoiceNumber: string;
  contractNumber: string;
  amount: number;
  debts: { number: string; amount: number }[];
  /** What of the credit is left. */
  credit: number;
};

const ja = {
  subject: (amount: string) => `相殺のお知らせ（${amount}）`,
  preview: (amount: string) => `預り金${amount}をご請求と相殺しました。`,
  heading: "預り金をご請求と相殺しました",
  lead: (invoice: string) =>
    `請求書${invoice}についてお預かりしている金額と、次のご請求とを、約款に基づき対当額で相殺しました。相殺した分のお支払いは不要です。`,
  amount: "相殺した金額",
  debt: (number: string) => `請求書 ${number}`,
  credit: "残りの預り金",
  contract: "契約番号",
  action: "請求書の表示",
  after: "お支払期限前のご請求も、相殺の対象になります。",
};

const en: typeof ja = {
  subject: (amount) => `Notice of set-off (${amount})`,
  preview: (amount) => `${amount} of your credit pay other invoices.`,
  heading: "Your credit pays other invoices",
  lead: (invoice) =>
    `We have set off what we owe you for invoice ${invoice} against the following invoices, as the terms allow. You need not pay what was set off.`,
  amount: "Set off",
  debt: (number) => `Invoice ${number}`,
  credit: "Credit left",
  contract: "Contract number",
  action: "View the invoice",
  after: "Invoices that are not due yet may be set off as well.",
};

/** Declares a set-off (相殺, A14.4). */
export const setOffDeclared = defineMail(
  { ja, en },
  (props: SetOffDeclaredProps, words, locale) => {
    const amount = formatYen(props.amount, locale);
    return {
      subject: words.subject(amount),
      preview: words.preview(amount),
      heading: words.heading,
      lead: [words.lead(props.invoiceNumber)],
      facts: [
        { label: words.amount, value: amount },
        ...props.debts.map((debt) => ({
          label: words.debt(debt.number),
          value: formatYen(debt.amount, locale),
        })),
        { label: words.credit, value: formatYen(props.credit, locale) },
        { label: words.contract, value: props.contractNumber },
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A14.4"],
    };
  },
);
