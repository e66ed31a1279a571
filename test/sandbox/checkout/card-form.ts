import { isCardNumber } from "../stripe/cards.ts";
import type { TypedCard } from "../stripe/payment-method-object.ts";

export type FieldName = "email" | "number" | "expiry" | "cvc" | "name";

/** What was typed, kept for showing the form again (never the card's number or code). */
export interface Typed {
  name: string;
  email: string;
}

export type CardForm =
  | { kind: "valid"; card: TypedCard; typed: Typed }
  | { kind: "invalid"; fields: FieldName[]; typed: Typed };

/**
 * Checks the posted fields `number`, `expiry` (MM/YY), `cvc`, `name` and, where the session names no
 * payer, `email`. Full-width digits and letters count as their half-width forms. `now` is Unix seconds.
 */
export function parseCardForm(body: string, knownEmail: string | null, now: number): CardForm {
  const form = new URLSearchParams(body);
  const field = (name: FieldName): string => (form.get(name) ?? "").normalize("NFKC").trim();
  const number = field("number").replace(/[\s-]/g, "");
  const expiry = parseExpiry(field("expiry"));
  const typed = { name: field("name"), email: field("email") };
  const email = knownEmail ?? typed.email;
  const fields: FieldName[] = [];
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) fields.push("email");
  if (!isCardNumber(number)) fields.push("number");
  if (!expiry || hasPassed(expiry, now)) fields.push("expiry");
  if (!(/^3[47]/.test(number) ? /^\d{4}$/ : /^\d{3}$/).test(field("cvc"))) fields.push("cvc");
  if (typed.name === "") fields.push("name");
  if (fields.length > 0 || !expiry) return { kind: "invalid", fields, typed };
  return { kind: "valid", typed, card: { number, ...expiry, name: typed.name, email } };
}

interface Expiry {
  expMonth: number;
  expYear: number;
}

function parseExpiry(text: string): Expiry | null {
  const parts = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(text);
  if (!parts) return null;
  const expMonth = Number(parts[1]);
  const year = Number(parts[2]);
  if (expMonth < 1 || expMonth > 12) return null;
  return { expMonth, expYear: year < 100 ? 2000 + year : year };
}

/** A card is good to the end of its month. */
function hasPassed({ expMonth, expYear }: Expiry, now: number): boolean {
  return Date.UTC(expYear, expMonth, 1) <= now * 1000;
}
