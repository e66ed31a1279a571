import { cardName, type MailCard } from "./card-names.ts";
import { formatDay, formatYen } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail before an automatic payment. Integer yen, ISO days. */
export type CardChargeAnnouncedProps = MailBase & {
  invoiceNumber: string;
  amount: number;
  chargeDay: string;
  card: MailCard;
};

const ja = {
  subject: (invoice: string, day: string) =>
    `${day}に登録のカードで自動決済します（請求書 ${invoice}）`,
  preview: (amount: string, day: string) => `${day}に${amount}が決済されます。`,
  heading: "自動決済のお知らせ",
  lead: (day: string) =>
    `${day}に、登録のカードで請求書の未払いの額が自動的に決済されます。お手続きは要りません。`,
  invoice: "請求書番号",
  amount: "決済する額",
  day: "決済する日",
  card: "カード",
  action: "請求書の確認",
  after:
    "自動決済を止めるときは、その前日までに請求書の画面で「この請求書の自動決済の停止」を押すか、カードを削除してください。その場合は、お支払期限までに別の方法でお支払いください。",
};

const en: typeof ja = {
  subject: (invoice, day) => `Your saved card will be charged on ${day} (invoice ${invoice})`,
  preview: (amount, day) => `${amount} will be charged on ${day}.`,
  heading: "Automatic payment to come",
  lead: (day) =>
    `On ${day}, what is owed on the invoice will be charged to your saved card. There is nothing you need to do.`,
  invoice: "Invoice number",
  amount: "Amount",
  day: "Charged on",
  card: "Card",
  action: "View the invoice",
  after:
    "To stop it, press “Stop the automatic payment of this invoice” on the invoice's page by the day before, or remove the card. Please then pay in another way by the due date.",
};

/** Tells the customer of an automatic payment some days before it, and how to stop it (A12.2). */
export const cardChargeAnnounced = defineMail(
  { ja, en },
  (props: CardChargeAnnouncedProps, words, locale) => {
    const day = formatDay(props.chargeDay, locale);
    const amount = formatYen(props.amount, locale);
    return {
      subject: words.subject(props.invoiceNumber, day),
      preview: words.preview(amount, day),
      heading: words.heading,
      lead: [words.lead(day)],
      facts: [
        { label: words.amount, value: amount },
        { label: words.day, value: day },
        { label: words.card, value: cardName(props.card, locale) },
        { label: words.invoice, value: props.invoiceNumber },
      ],
      action: words.action,
      after: [words.after],
      clauses: ["A12.2"],
    };
  },
);
