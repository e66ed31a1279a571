import { cardName, type MailCard } from "./card-names.ts";
import { formatDay } from "./format.ts";
import { defineMail, type MailBase } from "./mail.ts";

/** Props of the warning before a saved card's last day (ISO). */
export type CardExpiringProps = MailBase & { card: MailCard; lastDay: string };

const ja = {
  subject: (day: string) => `【要確認】登録のカードの有効期限が近づいています（${day}まで）`,
  preview: "新しいカードを登録してください。",
  heading: "登録のカードの有効期限が近づいています",
  lead: (day: string) =>
    `自動決済に登録されているカードの有効期限は${day}です。期限を過ぎると、このカードで自動決済は行われません。`,
  card: "カード",
  validUntil: "有効期限",
  action: "新しいカードの登録",
  after:
    "カード会社が番号や有効期限を自動で更新することがあり、その場合はポータルの表示も更新されます。更新されないときは、新しいカードを登録してください。",
};

const en: typeof ja = {
  subject: (day) => `Your saved card expires soon (${day})`,
  preview: "Please save a new card.",
  heading: "Your saved card expires soon",
  lead: (day) =>
    `The card saved for automatic payment is valid until ${day}. After that, nothing is charged to it.`,
  card: "Card",
  validUntil: "Valid until",
  action: "Save a new card",
  after:
    "Some issuers renew the number and the expiry by themselves; the portal then shows the new ones. Where that does not happen, please save a new card.",
};

/** Asks for another card before the saved one expires (A12.2). */
export const cardExpiring = defineMail({ ja, en }, (props: CardExpiringProps, words, locale) => {
  const day = formatDay(props.lastDay, locale);
  return {
    subject: words.subject(day),
    preview: words.preview,
    heading: words.heading,
    lead: [words.lead(day)],
    facts: [
      { label: words.card, value: cardName(props.card, locale) },
      { label: words.validUntil, value: day },
    ],
    action: words.action,
    after: [words.after],
    clauses: ["A12.2"],
  };
});
