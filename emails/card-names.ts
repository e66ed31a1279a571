import type { MailLocale } from "./mail.ts";

/** A saved card as its holder recognises it. */
export type MailCard = { brand: string; last4: string };

const brands: Readonly<Record<string, string>> = {
  visa: "Visa",
  mastercard: "Mastercard",
  amex: "American Express",
  jcb: "JCB",
  diners: "Diners Club",
  discover: "Discover",
  unionpay: "UnionPay",
};

/** The name of a card in a mail, such as `Visa ****4242`. */
export function cardName({ brand, last4 }: MailCard, locale: MailLocale): string {
  return `${brands[brand] ?? (locale === "ja" ? "カード" : "card")} ****${last4}`;
}
