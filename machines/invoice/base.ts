import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { sumYen } from "../money.ts";
import { collectionConditions } from "./collection-conditions.ts";
import { payableOf } from "./credit-account.ts";
import { creditConditions } from "./credit-conditions.ts";
import { isPastDue, type InvoiceContext } from "./context.ts";
import { damagesConditions } from "./damages-conditions.ts";
import { earningConditions } from "./earned-fees.ts";
import type { InvoiceEvent } from "./events.ts";
import { debtKindOf } from "./reasons.ts";
import { returnedConditions } from "./returned-conditions.ts";

/** An event as the invoice sees it. */
export type Stamped = InvoiceEvent & Stamp;
type Given = { context: InvoiceContext; event: Stamped };

/** Yen by which an event changes what is paid: less than nothing where money goes back. */
export function movedBy(event: Stamped): number {
  if (event.type === "paymentReceived" || event.type === "refundReturned") return event.amount;
  if (event.type === "setOffReceived" || event.type === "creditReturned") return event.amount;
  if (event.type === "paymentRefunded" || event.type === "disputeLost") return -event.amount;
  if (event.type === "creditPaidBack") return -event.amount;
  if (event.type === "declareSetOff") return -sumYen(event.debts.map(({ amount }) => amount));
  if (event.type === "transferReceived") return event.amount + event.fee;
  return event.type === "transferReversed" ? -event.amount - event.fee : 0;
}

/** The operator bears a bank's fee only where it settles the invoice to the yen. */
const bearsNoFee = ({ context, event }: Given) =>
  event.type === "transferReceived" &&
  (event.fee === 0 || context.paid + movedBy(event) === payableOf(context));

const leaves = ({ context, event }: Given) => context.paid + movedBy(event);

/** Types and guards of the invoice. */
export const base = setup({
  types: { context: {} as InvoiceContext, events: {} as Stamped },
  actions: outgoing,
  guards: {
    noPaymentOpen: ({ context }) => context.openPayment === null,
    isOpenPayment: ({ context, event }) =>
      event.type === "paymentClosed" && event.paymentId === context.openPayment,
    coversAll: ({ context, event }) =>
      event.type === "paymentReceived" && context.paid + event.amount >= payableOf(context),
    settlesByTransfer: (given) => bearsNoFee(given) && leaves(given) >= payableOf(given.context),
    bearsNoFee,
    staysCovered: (given) => leaves(given) >= payableOf(given.context),
    isLate: (given) => leaves(given) >= 0 && isPastDue(given.context, given.event.day),
    leavesNothing: (given) => leaves(given) === 0,
    leavesSome: (given) => leaves(given) >= 0,
    costsNothing: ({ event }) => event.type === "issue" && event.total === 0,
    isEarlier: ({ context, event }) =>
      (event.type === "accelerate" ||
        (event.type === "limitDueDay" && debtKindOf(context.reason) === "fee")) &&
      event.dueDay < (context.dueDay ?? ""),
    ...collectionConditions,
    ...creditConditions,
    ...damagesConditions,
    ...earningConditions,
    ...returnedConditions,
  },
});
