import { deadKey } from "#app/gateways/gateway-answer.ts";
import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { openCheckout } from "./open-checkout.ts";
import { readPayable, type PayableInvoice } from "./read-under-way.ts";

/**
 * Where the click on "pay" leads.
 * - `checkout`: to Stripe's page
 * - `payment`: to the page of the payment that is under way or through
 * - `paid`: nothing is owed any more
 * - `unavailable`: Stripe can't be reached; the next click goes on with the same payment
 * - `refused`: Stripe takes no such payment, for example for less than 50 yen
 */
export type PaymentStart =
  | { kind: "checkout"; url: string; paymentId: string }
  | { kind: "payment"; paymentId: string }
  | { kind: "paid" }
  | { kind: "unavailable" }
  | { kind: "refused"; code: string };

/** An old payment found closed leads to a new one; more rounds than that mean a fault. */
const mostRounds = 4;

/** Begins a payment of what is owed. Another tab may have been quicker: then nothing happens. */
async function begin(principal: Principal, invoiceId: string): Promise<void> {
  const { customerId, actor } = asMember(principal);
  const paymentId = newIdentifier();
  const outcome = await currentPortal().dispatch({
    customerId,
    machineId: invoiceId,
    kind: "invoice",
    commandId: `start/${paymentId}`,
    actor,
    receivedAt: principal.receivedAt,
    event: { type: "startPayment", paymentId },
  });
  if (!outcome.ok && outcome.refusal.code === "notNow") return;
  accepted(outcome);
}

const isPaid = ({ status, underWay }: PayableInvoice) => status === "paid" && underWay === null;

/**
 * Pays an invoice by card: goes on with the payment that is open, or begins one. Two tabs, two
 * clicks and two people come to the same payment (A12.2).
 *
 * @throws Problem `notFound` for another customer's invoice, `notAllowed` for a role that does not
 *   pay, `tooLate` for a click that waited too long, `conflict` where nothing can be paid now
 */
export async function startCardPayment(
  principal: Principal,
  invoiceId: string,
): Promise<PaymentStart> {
  const { customerId, actor } = asMember(principal);
  if (!isIdentifier(invoiceId)) throw new Problem("notFound", "no identifier");
  const mayPay = actor.kind === "member" && (actor.role === "owner" || actor.role === "billing");
  let hasBegun = false;
  for (let round = 0; round < mostRounds; round += 1) {
    const invoice = await readPayable(customerId, invoiceId);
    if (isPaid(invoice)) return { kind: "paid" };
    if (!mayPay || invoice.underWay === null) {
      // Who may not pay is refused and recorded by the machine itself.
      await begin(principal, invoiceId);
      hasBegun = true;
      continue;
    }
    const { paymentId } = invoice.underWay.payment;
    const answer = await openCheckout(invoice.underWay, principal.receivedAt);
    if (answer.kind === "unavailable") return answer;
    if (answer.kind !== "closed") return { ...answer, paymentId };
    const isFinal = hasBegun && answer.code !== deadKey;
    if (isFinal) return { kind: "refused", code: answer.code };
  }
  throw new Problem("conflict", `invoice ${invoiceId} takes no payment now`);
}
