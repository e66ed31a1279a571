import { defineMail, type MailBase } from "./mail.ts";
import { formatDay, formatYen } from "./format.ts";

/** Props of the mail that asks for 3-D Secure authentication. Integer yen, ISO days. */
export type PaymentActionNeededProps = MailBase & {
  invoiceNumber: string;
  amount: number;
  dueDay: string;
  /** Day on which the waiting payment is cancelled if nothing happens. */
  expiresDay: string;
};

const ja = {
  subject: (invoice: string) => `【要対応】カードの本人認証のお願い（請求書 ${invoice}）`,
  preview: (amount: string) => `${amount}のお支払いに本人認証が必要です。`,
  heading: "カードの本人認証をお願いします",
  lead: "ご登録のカードでお支払いを進めたところ、カード会社から本人認証（3Dセキュア）を求められました。認証が済むまで、お支払いは完了しません。",
  invoice: "請求書番号",
  amount: "お支払額",
  due: "お支払期限",
  expires: "認証の期限",
  action: "本人認証とお支払い",
  after:
    "認証の期限を過ぎると、このお支払いは取り消されます。その場合は、請求書の画面から改めてお支払いください。",
};

const en: typeof ja = {
  subject: (invoice) => `Please authenticate your card (invoice ${invoice})`,
  preview: (amount) => `The payment of ${amount} needs your authentication.`,
  heading: "Please authenticate your card payment",
  lead: "When we charged your saved card, its issuer asked for authentication (3-D Secure). The payment is not complete until you have authenticated it.",
  invoice: "Invoice number",
  amount: "Amount",
  due: "Due date",
  expires: "Authenticate by",
  action: "Authenticate and pay",
  after:
    "After that day this payment is cancelled. You can then still pay from the invoice's page.",
};

/** Sends the link on which the customer authenticates a payment begun without it (A12.2). */
export const paymentActionNeeded = defineMail(
  { ja, en },
  (props: PaymentActionNeededProps, words, locale) => {
    const amount = formatYen(props.amount, locale);
    return {
      subject: words.subject(props.invoiceNumber),
      preview: words.preview(amount),
      heading: words.heading,
      lead: [words.lead],
      facts: [
        { label: words.invoice, value: props.invoiceNumber },
        { label: words.amount, value: amount },
        { label: words.due, value: formatDay(props.dueDay, locale) },
        { label: words.expires, value: formatDay(props.expiresDay, locale) },
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A12.2"],
    };
  },
);
