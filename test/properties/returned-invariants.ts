import type { DisputeContext } from "#machines/dispute/machine.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";
import type { RefundContext } from "#machines/refund/machine.ts";
import { machinesOf } from "./wish.ts";

type Customer = Readonly<CustomerWorld>;

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

const paymentsOf = (customer: Customer) =>
  machinesOf<PaymentContext>(customer, "payment").map(({ snapshot }) => snapshot.context);

const coveredBy = ({ refunds, disputes }: PaymentContext) => ({
  refunded: sumOf(refunds.map(({ covered }) => covered)),
  lost: sumOf(disputes.map(({ covered }) => covered)),
});

/** Yen of an invoice's card payments that are still there, by the payments' own lists. */
export function leftByCard(customer: Customer, invoiceId: string): number {
  return sumOf(
    paymentsOf(customer)
      .filter((one) => one.invoiceId === invoiceId && one.isApplied)
      .map((one) => {
        const { refunded, lost } = coveredBy(one);
        return (one.received ?? 0) - refunded - lost;
      }),
  );
}

/** Yen of an invoice's credit that were or are to be transferred back to the customer. */
export function paidBackByTransfer(customer: Customer, invoiceId: string): number {
  return sumOf(
    machinesOf<RefundContext>(customer, "refund")
      .filter(({ snapshot: { value, context } }) => {
        const isOwn = context.paymentId === null && context.invoiceId === invoiceId;
        return isOwn && value !== "failed";
      })
      .map(({ snapshot }) => snapshot.context.amount),
  );
}

/**
 * What the accounts hold of money that came by card, went back or is disputed, by what the machines of payments,
 * refunds and disputes say.
 */
export function returnedBalances(customer: Customer): Record<string, number> {
  const payments = paymentsOf(customer);
  const refunds = machinesOf<RefundContext>(customer, "refund").map(({ snapshot }) => snapshot);
  const disputes = machinesOf<DisputeContext>(customer, "dispute").map(({ snapshot }) => snapshot);
  const inState = (...states: string[]) =>
    refunds.filter(({ value }) => states.includes(String(value))).map(({ context }) => context);
  const made = inState("pending", "succeeded");
  const byCard = made.filter(({ paymentId }) => paymentId !== null);
  const asked = sumOf(inState("requested", "toTransfer").map(({ amount }) => amount));
  const isOpen = ({ failureNote }: RefundContext) => failureNote === null;
  const excess = (some: readonly RefundContext[]) => sumOf(some.map(({ exceeding }) => exceeding));
  const lossClosed = sumOf(
    disputes
      .filter(({ context }) => context.lossNote !== null)
      .map(({ context }) => context.exceeding),
  );
  const withdrawn = sumOf(disputes.map(({ context }) => context.withdrawn));
  const fees = sumOf(disputes.map(({ context }) => context.fees));
  const lost = sumOf(payments.map((one) => coveredBy(one).lost));
  return {
    stripeClearing:
      sumOf(payments.map(({ received }) => received ?? 0)) -
      sumOf(byCard.map(({ amount }) => amount)) -
      withdrawn -
      fees,
    suspense: -sumOf(
      payments
        .filter(({ isApplied }) => !isApplied)
        .map((one) => {
          const own = coveredBy(one);
          return (one.received ?? 0) - own.refunded - own.lost;
        }),
    ),
    refundsPayable: excess(made.filter((one) => isOpen(one))) - asked,
    bank: -sumOf(made.filter(({ paymentId }) => paymentId === null).map(({ amount }) => amount)),
    disputedFunds: withdrawn - lost - lossClosed,
    stripeFees: fees,
    excessLost: excess(made.filter((one) => !isOpen(one))) + lossClosed,
  };
}

/** Whether something that had paid an invoice was taken back, of which a settled contract hears no more. */
export const hasGoneBack = ({ events }: Customer, { invoiceId }: { invoiceId: string }): boolean =>
  events.some(
    ({ machineId, event }) =>
      machineId === invoiceId && ["paymentRefunded", "disputeLost"].includes(event.type),
  );
