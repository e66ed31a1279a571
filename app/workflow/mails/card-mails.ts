import type { PropsOf } from "./contract-mails.ts";
import type {
  CardMailParams,
  InvoiceMailParams,
  PaymentMailParams,
  Surroundings,
} from "./facts.ts";
import { failureOf } from "#machines/payment/failure.ts";

function known<Fact>(fact: Fact | null | undefined): Fact {
  if (fact === null || fact === undefined) throw new Error("A mail lacks a fact that it states.");
  return fact;
}

const cardPage = ({ appUrl }: Surroundings) => `${appUrl}/portal/card`;

const cardOf = ({ card }: Surroundings): PropsOf<"card-saved">["card"] => known(card);

/** What each mail about a saved card says. */
export const cardMails = {
  "card-saved": (params: CardMailParams, around: Surroundings): PropsOf<"card-saved"> => ({
    url: cardPage(around),
    card: cardOf(around),
    lastDay: known(params.facts.lastDay),
    savedDay: params.day,
  }),
  "card-expiring": (params: CardMailParams, around: Surroundings): PropsOf<"card-expiring"> => ({
    url: `${cardPage(around)}/new`,
    card: cardOf(around),
    lastDay: known(params.facts.lastDay),
  }),
  "card-unusable": (params: CardMailParams, around: Surroundings): PropsOf<"card-unusable"> => ({
    url: `${cardPage(around)}/new`,
    card: cardOf(around),
    why: known(params.facts.why),
    day: params.day,
  }),
};

/** The mail some days before an automatic payment. */
export function chargeAnnouncedMail(
  { invoiceId, facts }: InvoiceMailParams,
  around: Surroundings,
): PropsOf<"card-charge-announced"> {
  return {
    url: `${around.appUrl}/portal/invoices/${invoiceId}`,
    invoiceNumber: known(facts.number),
    amount: known(facts.amount),
    chargeDay: known(facts.dueDay),
    card: cardOf(around),
  };
}

/** What follows by itself from a charge of a saved card that failed; null for a card that was entered. */
function nextStep({ facts }: PaymentMailParams): PropsOf<"payment-failed">["next"] {
  if (facts.method !== "savedCard") return null;
  if (facts.retryDay) return { kind: "retry", day: facts.retryDay };
  return { kind: facts.cardIsDone ? "newCard" : "pay" };
}

/** What each mail about a card payment says. */
export const paymentMails = {
  "payment-failed": (
    params: PaymentMailParams,
    around: Surroundings,
  ): PropsOf<"payment-failed"> => ({
    url: `${around.appUrl}/portal/invoices/${params.invoiceId}`,
    invoiceNumber: known(around.invoice).number,
    amount: params.facts.amount,
    failedDay: params.day,
    dueDay: known(around.invoice).dueDay,
    failure: failureOf(params.facts.failureCode ?? null),
    next: nextStep(params),
  }),
  "payment-action-needed": (
    params: PaymentMailParams,
    around: Surroundings,
  ): PropsOf<"payment-action-needed"> => ({
    url: `${around.appUrl}/portal/payments/${params.paymentId}`,
    invoiceNumber: known(around.invoice).number,
    amount: params.facts.amount,
    dueDay: known(around.invoice).dueDay,
    expiresDay: known(params.facts.expiresDay),
  }),
};
