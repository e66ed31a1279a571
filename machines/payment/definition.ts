import { dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { paymentEvents, paymentSenders } from "./events.ts";
import { noPayment, type PaymentContext } from "./context.ts";
import { paymentMachine } from "./machine.ts";
import { lostToDisputes, refunded } from "./returned-conditions.ts";
import { lastActionDay } from "./saved-card.ts";
import { sessionMinutes } from "./session.ts";

const minutes = 60_000;

/** How long after a session's expiry its outcome is looked up, should no webhook have told it. */
const lookUpAfterExpiryMinutes = 5;

/** A charge whose answer is lost is searched for when no repeat of it can be under way any more. */
const lookUpChargeAfterMinutes = 24 * 60;

const later = (instant: string, wait: number) =>
  new Date(Date.parse(instant) + wait * minutes).toISOString();

const lookUpAt = (dueAt: string): Deadline[] => [
  { id: "lookUp", dueAt, event: { type: "lookUp" }, clause: "A12.2" },
];

/** What a charge of a saved card waits for: Stripe's answer, then the cardholder's authentication. */
function savedCardDeadlines(value: unknown, context: PaymentContext): Deadline[] {
  if (value === "charging" && !context.lookedUp && context.createdAt) {
    return lookUpAt(later(context.createdAt, lookUpChargeAfterMinutes));
  }
  const lastDay = lastActionDay(context);
  if (value !== "requiresAction" || context.givenUp || lastDay === null) return [];
  const dueAt = startOfDayInTokyo(dayOf(lastDay).add({ days: 1 }));
  return [{ id: "giveUp", dueAt, event: { type: "giveUp" }, clause: "A12.2" }];
}

/** What an open payment waits for when Stripe stays silent, or when its payer does. */
export function paymentDeadlines({ value, context }: StoredSnapshot<PaymentContext>): Deadline[] {
  if (context.method === "savedCard") return savedCardDeadlines(value, context);
  if (value === "created" && context.createdAt) {
    const dueAt = later(context.createdAt, sessionMinutes);
    return [{ id: "abandon", dueAt, event: { type: "abandon" }, clause: "A12.2" }];
  }
  const waits = value === "requiresAction" || value === "processing";
  if (!waits || context.lookedUp || !context.expiresAt) return [];
  return lookUpAt(later(context.expiresAt, lookUpAfterExpiryMinutes));
}

/** Yen that the card's issuer holds or has kept. */
const disputedOf = ({ disputes }: PaymentContext) =>
  lostToDisputes({ disputes }) +
  disputes.filter(({ state }) => state === "open").reduce((sum, { amount }) => sum + amount, 0);

/** The payment for the engine. */
export const paymentDefinition: Definition<PaymentContext> = {
  kind: "payment",
  version: 2,
  migrations: {
    1: ({ value, context, status }) => ({
      status,
      // What came in was not noted where it was another amount: it is asked for again.
      value: value === "mismatched" ? "processing" : value,
      context: {
        ...{ ...noPayment, ...context },
        ...(value === "mismatched" ? { lookedUp: false } : {}),
        ...(value === "succeeded" ? { received: context["amount"], isApplied: true } : {}),
      },
    }),
  },
  machine: paymentMachine,
  events: paymentEvents,
  senders: paymentSenders,
  draws: {},
  deadlines: paymentDeadlines,
  view: ({ value, context }) => ({
    invoiceId: context.invoiceId,
    status: String(value),
    method: context.method,
    cardId: context.cardId,
    amount: context.amount,
    sessionId: context.sessionId,
    intentId: context.intentId,
    chargeId: context.chargeId,
    valueDay: context.valueDay,
    failureCode: context.failureCode,
    received: context.received ?? 0,
    refunded: refunded(context),
    disputed: disputedOf(context),
  }),
};
