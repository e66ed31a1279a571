import { cardName, type MailCard } from "./card-names.ts";
import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the mail about a saved card that can't be charged any more. Days are ISO. */
export type CardUnusableProps = MailBase & {
  card: MailCard;
  why: "expired" | "detached";
  day: string;
};

const ja = {
  subject: (card: string) => `【要対応】登録のカードが使えなくなりました（${card}）`,
  preview: "新しいカードを登録するか、請求書ごとにお支払いください。",
  heading: "登録のカードが使えなくなりました",
  lead: {
    expired: "自動決済に登録されているカードの有効期限が過ぎました。",
    detached: "自動決済に登録されているカードが、決済会社で解除されました。",
  },
  instead:
    "今後、このカードで自動決済は行われません。新しいカードを登録するか、請求書ごとにカードまたは銀行振込でお支払いください。",
  card: "カード",
  since: "使えなくなった日",
  action: "新しいカードの登録",
  after:
    "お支払期限を過ぎますと、翌日からお支払いの日まで年14.6％の遅延損害金が加わります。未払いの請求書は、ポータルでご確認ください。",
};

const en: typeof ja = {
  subject: (card) => `Your saved card can't be used any more (${card})`,
  preview: "Please save a new card, or pay each invoice yourself.",
  heading: "Your saved card can't be used any more",
  lead: {
    expired: "The card saved for automatic payment has expired.",
    detached: "The card saved for automatic payment was detached at the payment provider.",
  },
  instead:
    "Nothing is charged to it any more. Please save a new card, or pay each invoice yourself by card or bank transfer.",
  card: "Card",
  since: "Since",
  action: "Save a new card",
  after:
    "After a due date, delay damages of 14.6% a year are added from the next day to the day of payment. The portal shows which invoices are open.",
};

/** Asks for a new card, since the saved one has gone (A12.2, A14.3). */
export const cardUnusable = defineMail({ ja, en }, (props: CardUnusableProps, words, locale) => {
  const card = cardName(props.card, locale);
  return {
    subject: words.subject(card),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead[props.why], words.instead],
    facts: [
      { label: words.card, value: card },
      { label: words.since, value: formatDay(props.day, locale) },
    ],
    action: words.action,
    after: [words.after],
    clauses: ["A12.2", "A14.3"],
  };
});
