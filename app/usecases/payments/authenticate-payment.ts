import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { learnFrom } from "#app/workflow/payment-facts.ts";
import { findCard } from "#db/queries/cards/find-card.ts";
import { readMachines } from "#db/queries/engine/read-machines.ts";
import type { PaymentContext } from "#machines/payment/context.ts";
import { patiently } from "./patiently.ts";

/** Where a payment that waits for its cardholder leads: to the bank's page, or back to the payment. */
export type Authentication = { kind: "bank"; url: string } | { kind: "payment" };

async function readWaiting(principal: Principal, paymentId: string) {
  const { customerId, actor } = asMember(principal);
  const isPayer = principal.roles.includes("owner") || principal.roles.includes("billing");
  if (!isIdentifier(paymentId)) throw new Problem("notFound", "no identifier");
  const { database } = currentPortal();
  const read = await database.transaction({ role: "portal_app", customerId }, async (tx) => {
    const [machine] = await readMachines(tx, [{ customerId, machineId: paymentId }]);
    if (machine?.kind !== "payment") throw new Problem("notFound", `no payment ${paymentId}`);
    const { value, context } = presentState<PaymentContext>(machine);
    const { cardId } = context;
    const card = cardId === null ? null : await findCard(tx, { customerId, cardId });
    return { state: String(value), context, card };
  });
  if (!isPayer) throw new Problem("notAllowed", "only who pays may authenticate");
  return { ...read, customerId, actor };
}

/**
 * Goes on with the same payment intent with the cardholder present: nothing is charged beside it. What has
 * become of it meanwhile is learned first, so that two tabs lead to one charge.
 *
 * @throws Problem `notFound` for another customer's payment, `notAllowed` for a role that does not pay,
 *   `unavailable` where Stripe does not answer
 */
export async function authenticatePayment(
  principal: Principal,
  paymentId: string,
): Promise<Authentication> {
  const portal = currentPortal();
  const { state, context, card } = await readWaiting(principal, paymentId);
  const { method, intentId, givenUp } = context;
  const methodId = card?.methodId ?? null;
  const waits = state === "requiresAction" && method === "savedCard" && !givenUp;
  if (!waits || intentId === null || methodId === null) return { kind: "payment" };
  const returnUrl = `${portal.appUrl}/portal/payments/${paymentId}`;
  const answer = await patiently(() => portal.payments.authenticate(intentId, methodId, returnUrl));
  if (answer.outcome === "retry" || answer.outcome === "unknown") {
    throw new Problem("unavailable", answer.reason);
  }
  if (answer.outcome === "done" && answer.value !== null) {
    return { kind: "bank", url: answer.value };
  }
  await learnFrom(portal, { kind: "intent", id: intentId }, principal.receivedAt);
  return { kind: "payment" };
}

/**
 * Takes back a payment that waits for its cardholder, so that the invoice can be paid in another way. It is
 * free again as soon as Stripe says that nobody can finish the charge any more.
 *
 * @returns whether it is free already
 * @throws Problem as `authenticatePayment`
 */
export async function giveUpPayment(principal: Principal, paymentId: string): Promise<boolean> {
  const portal = currentPortal();
  const { state, context, customerId, actor } = await readWaiting(principal, paymentId);
  const { method, intentId, givenUp } = context;
  if (state !== "requiresAction" || method !== "savedCard" || intentId === null) return true;
  if (!givenUp) {
    accepted(
      await portal.dispatch({
        ...{ customerId, machineId: paymentId, kind: "payment", commandId: "giveUp", actor },
        receivedAt: principal.receivedAt,
        event: { type: "giveUp" },
      }),
    );
  }
  const answer = await patiently(() => portal.payments.cancelIntent(intentId));
  if (answer.outcome === "retry" || answer.outcome === "unknown") return false;
  const subject = { kind: "intent", id: intentId } as const;
  const learned = await learnFrom(portal, subject, principal.receivedAt);
  return learned.outcome === "applied";
}
