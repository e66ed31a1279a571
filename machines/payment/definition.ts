import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { paymentEvents, paymentSenders } from "./events.ts";
import { paymentMachine, type PaymentContext } from "./machine.ts";
import { sessionMinutes } from "./session.ts";

const minutes = 60_000;

/** How long after a session's expiry its outcome is looked up, should no webhook have told it. */
const lookUpAfterExpiryMinutes = 5;

const later = (instant: string, wait: number) =>
  new Date(Date.parse(instant) + wait * minutes).toISOString();

/** What an open payment waits for when Stripe stays silent. */
export function paymentDeadlines({ value, context }: StoredSnapshot<PaymentContext>): Deadline[] {
  if (value === "created" && context.createdAt) {
    const dueAt = later(context.createdAt, sessionMinutes);
    return [{ id: "abandon", dueAt, event: { type: "abandon" }, clause: "A12.2" }];
  }
  const waits = value === "requiresAction" || value === "processing";
  if (!waits || context.lookedUp || !context.expiresAt) return [];
  const dueAt = later(context.expiresAt, lookUpAfterExpiryMinutes);
  return [{ id: "lookUp", dueAt, event: { type: "lookUp" }, clause: "A12.2" }];
}

/** The payment for the engine. */
export const paymentDefinition: Definition<PaymentContext> = {
  kind: "payment",
  version: 1,
  migrations: {},
  machine: paymentMachine,
  events: paymentEvents,
  senders: paymentSenders,
  draws: {},
  deadlines: paymentDeadlines,
  view: ({ value, context }) => ({
    invoiceId: context.invoiceId,
    status: String(value),
    method: context.method,
    amount: context.amount,
    sessionId: context.sessionId,
    intentId: context.intentId,
    chargeId: context.chargeId,
    valueDay: context.valueDay,
    failureCode: context.failureCode,
  }),
};
