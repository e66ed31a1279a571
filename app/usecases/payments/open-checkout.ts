import type { CheckoutRequest } from "#app/gateways/payments.ts";
import { currentPortal } from "#app/portal.ts";
import { learnFrom } from "#app/workflow/payment-facts.ts";
import type { Outcome } from "#machines/engine/command.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";
import { patiently } from "./patiently.ts";

/** A payment under way, as its machine and its invoice have it. */
export interface PaymentUnderWay {
  customerId: string;
  state: string;
  payment: PaymentContext;
  /** Yen that the invoice still asks for. */
  owed: number;
  request: CheckoutRequest;
}

/**
 * Where a payment leads.
 * - `checkout`: to Stripe's page
 * - `payment`: to the portal's page of the payment, which says how it stands
 * - `unavailable`: Stripe did not answer; the same click again goes on where this one stopped
 * - `closed`: it can't be paid any more; another payment may be begun
 */
export type CheckoutAnswer =
  | { kind: "checkout"; url: string }
  | { kind: "payment" }
  | { kind: "unavailable" }
  | { kind: "closed"; code: string };

const closed = (code: string): CheckoutAnswer => ({ kind: "closed", code });

async function tellPayment(
  { customerId, payment }: PaymentUnderWay,
  commandId: string,
  event: MachineEvent,
  receivedAt: string,
): Promise<Outcome> {
  return currentPortal().dispatch({
    customerId,
    machineId: payment.paymentId,
    kind: "payment",
    commandId,
    actor: { kind: "portal" },
    receivedAt,
    event,
  });
}

/** Asks Stripe for a session under the payment's own key: asked twice, it is the same session. */
async function openSession(way: PaymentUnderWay, receivedAt: string): Promise<CheckoutAnswer> {
  const refuse = async (code: string): Promise<CheckoutAnswer> => {
    await tellPayment(way, "refused", { type: "sessionRefused", code }, receivedAt);
    return closed(code);
  };
  if (way.payment.amount !== way.owed) return refuse("amount_changed");
  const answer = await patiently(() => currentPortal().payments.openCheckout(way.request));
  if (answer.outcome === "refused") return refuse(answer.code);
  if (answer.outcome !== "done") return { kind: "unavailable" };
  const { sessionId, expiresAt, url } = answer.value;
  const event = { type: "sessionOpened", sessionId, expiresAt };
  const noted = await tellPayment(way, `session/${sessionId}`, event, receivedAt);
  if (!noted.ok) return { kind: "payment" };
  // A replayed answer tells how the session began, not how it stands.
  if (noted.repeated || url === null) return continueSession(way, sessionId, receivedAt);
  return { kind: "checkout", url };
}

async function continueSession(
  way: PaymentUnderWay,
  sessionId: string,
  receivedAt: string,
): Promise<CheckoutAnswer> {
  const { payments } = currentPortal();
  const isOutdated = way.payment.amount !== way.owed;
  if (isOutdated) await patiently(() => payments.expireCheckout(sessionId));
  const answer = await patiently(() => payments.readCheckout(sessionId));
  if (answer.outcome !== "done") return { kind: "unavailable" };
  const { status, url } = answer.value;
  if (status === "open" && url !== null && !isOutdated) return { kind: "checkout", url };
  if (status === "open") return { kind: "unavailable" };
  const learned = await learnFrom(currentPortal(), { kind: "session", id: sessionId }, receivedAt);
  if (learned.outcome === "retry") return { kind: "unavailable" };
  return status === "expired" ? closed("expired") : { kind: "payment" };
}

/**
 * Finds where a payment leads now. It stands in the database before Stripe hears of it, so nothing
 * that Stripe knows is ever unknown to the portal.
 *
 * @param receivedAt ISO instant of the click
 */
export async function openCheckout(
  way: PaymentUnderWay,
  receivedAt: string,
): Promise<CheckoutAnswer> {
  const { state, payment } = way;
  if (state === "created") return openSession(way, receivedAt);
  if (state === "requiresAction" && payment.sessionId !== null) {
    return continueSession(way, payment.sessionId, receivedAt);
  }
  if (state === "failed" || state === "cancelled") return closed(payment.failureCode ?? state);
  return { kind: "payment" };
}
