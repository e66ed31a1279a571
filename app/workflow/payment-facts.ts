import type { Database } from "#db/client.ts";
import { findPayment, type PaymentRow } from "#db/queries/money/find-payment.ts";
import { isIdentifier } from "../identifier.ts";
import type { GatewayFailure, Ownership, PaymentGateway } from "../gateways/payments.ts";
import type { Dispatch } from "./dispatch.ts";
import { expiry, factOf, type Fact } from "./payment-fact.ts";

export interface PaymentParts {
  database: Database;
  dispatch: Dispatch;
  payments: PaymentGateway;
}

/** An object at Stripe to ask about. */
export interface StripeSubject {
  kind: "session" | "intent" | "charge";
  id: string;
}

/**
 * What asking came to.
 * - `applied`: the payment machine knows the fact, now or from before
 * - `nothing`: there is no fact yet, or one that the payment has outgrown
 * - `ignored`: the object is none of ours
 * - `retry`: no answer, or too early; ask again later
 */
export type FactOutcome = {
  outcome: "applied" | "nothing" | "ignored" | "retry";
  detail: string;
};

function fromFailure(failure: GatewayFailure): FactOutcome {
  const isMissing = failure.outcome === "refused" && failure.code === "resource_missing";
  return { outcome: isMissing ? "ignored" : "retry", detail: failure.reason };
}

async function findOurs({ database }: PaymentParts, owner: Ownership): Promise<PaymentRow | null> {
  const { customerId, paymentId } = owner;
  if (!customerId || !paymentId || !isIdentifier(customerId) || !isIdentifier(paymentId)) {
    return null;
  }
  return database.transaction({ role: "portal_engine" }, (tx) =>
    findPayment(tx, { customerId, paymentId }),
  );
}

async function tell(
  parts: PaymentParts,
  owner: Ownership,
  fact: Fact | null,
  receivedAt: string,
): Promise<FactOutcome> {
  const found = await findOurs(parts, owner);
  if (!found) return { outcome: "ignored", detail: "no payment of this portal" };
  if (!fact) return { outcome: "nothing", detail: "no attempt has ended yet" };
  const { customerId, paymentId } = found;
  const { type } = fact.event;
  const answer = await parts.dispatch({
    customerId,
    machineId: paymentId,
    kind: "payment",
    commandId: fact.commandId,
    actor: { kind: "stripe" },
    receivedAt,
    event: fact.event,
  });
  if (answer.ok) return { outcome: "applied", detail: answer.repeated ? `${type} again` : type };
  const { code, detail } = answer.refusal;
  if (code !== "notNow") throw new Error(`A fact of Stripe was refused (${code}): ${detail}`);
  // Stripe was quicker than our own note of the session: the fact waits for it.
  const present = await findOurs(parts, owner);
  if (present?.status === "created") return { outcome: "retry", detail: `${type} came early` };
  return { outcome: "nothing", detail: `${type} is outgrown: ${present?.status ?? "gone"}` };
}

/**
 * Asks Stripe what has become of an object and tells the payment machine. It may be called any
 * number of times, by webhooks, the return page and deadlines at once, in any order.
 *
 * @param receivedAt ISO instant that counts for what was learned
 */
export async function learnFrom(
  parts: PaymentParts,
  { kind, id }: StripeSubject,
  receivedAt: string,
): Promise<FactOutcome> {
  if (kind === "charge") {
    const intent = await parts.payments.readIntentOfCharge(id);
    if (intent.outcome !== "done") return fromFailure(intent);
    if (intent.value === null) return { outcome: "ignored", detail: "a charge without intent" };
    return learnFrom(parts, { kind: "intent", id: intent.value }, receivedAt);
  }
  if (kind === "session") {
    const answer = await parts.payments.readCheckout(id);
    if (answer.outcome !== "done") return fromFailure(answer);
    const session = answer.value;
    if (session.status === "expired") return tell(parts, session, expiry, receivedAt);
    if (session.intentId === null) return tell(parts, session, null, receivedAt);
    return learnFrom(parts, { kind: "intent", id: session.intentId }, receivedAt);
  }
  const answer = await parts.payments.readPayment(id);
  if (answer.outcome !== "done") return fromFailure(answer);
  return tell(parts, answer.value, factOf(answer.value.result), receivedAt);
}
