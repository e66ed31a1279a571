import { cardName, type MailCard } from "./card-names.ts";
import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail that confirms a saved card. Days are ISO. */
export type CardSavedProps = MailBase & {
  card: MailCard;
  /** The card's last day. */
  lastDay: string;
  savedDay: string;
};

const ja = {
  subject: (card: string) => `自動決済のカードを登録しました（${card}）`,
  preview: "請求書のお支払期限の日に、自動で決済されます。",
  heading: "自動決済のカードを登録しました",
  lead: "今後、請求書の未払いの額は、お支払期限の日に登録のカードで自動的に決済されます。決済の日は、請求書の発行時と7日前にメールでお知らせします。",
  card: "カード",
  validUntil: "有効期限",
  saved: "登録日",
  action: "カードの確認と変更",
  after:
    "自動決済は、請求書ごとに、またはカードを削除していつでも止められます。お心当たりがないときは、すぐにカードを削除し、ご連絡ください。",
};

const en: typeof ja = {
  subject: (card) => `Your card is saved for automatic payment (${card})`,
  preview: "Invoices are charged to it on their due dates.",
  heading: "Your card is saved for automatic payment",
  lead: "From now on, what is owed on an invoice is charged to your saved card on its due date. We tell you the day with the invoice and seven days before.",
  card: "Card",
  validUntil: "Valid until",
  saved: "Saved on",
  action: "View or change the card",
  after:
    "You can stop the automatic payment of each invoice, and of all by removing the card. If nobody of your company did this, please remove the card at once and write to us.",
};

/** Confirms a saved card and the consent that came with it (A12.2). */
export const cardSaved = defineMail({ ja, en }, (props: CardSavedProps, words, locale) => {
  const card = cardName(props.card, locale);
  return {
    subject: words.subject(card),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead],
    facts: [
      { label: words.card, value: card },
      { label: words.validUntil, value: formatDay(props.lastDay, locale) },
      { label: words.saved, value: formatDay(props.savedDay, locale) },
    ],
    action: words.action,
    after: [words.after],
    clauses: ["A12.2"],
  };
});
