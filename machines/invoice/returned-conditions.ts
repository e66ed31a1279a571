import { isPastDue, type InvoiceContext } from "./context.ts";
import type { InvoiceEvent } from "./events.ts";
import { payableOf } from "./credit-account.ts";
import { creditOf } from "./split.ts";

type Given = { context: InvoiceContext; event: InvoiceEvent & { day: string } };

/** Yen that an event sends back to the payer, or that the card's issuer keeps. */
const goneBy = ({ event }: Given): number | null => {
  if (event.type !== "paymentRefunded" && event.type !== "disputeLost") return null;
  return event.amount;
};

const onlyFromCredit = ({ event }: Given) => event.type === "paymentRefunded" && event.fromCredit;

const restOf = (given: Given) => given.context.paid - (goneBy(given) ?? 0);

const reopens = (given: Given) =>
  goneBy(given) !== null && !onlyFromCredit(given) && restOf(given) >= 0;

/** Guards on money that goes back and comes back. */
export const returnedConditions = {
  staysPaid: (given: Given) =>
    restOf(given) >= payableOf(given.context) &&
    (!onlyFromCredit(given) || (goneBy(given) ?? 0) <= creditOf(given.context)),
  reopens,
  reopensLate: (given: Given) => reopens(given) && isPastDue(given.context, given.event.day),
  reopensAll: (given: Given) => reopens(given) && restOf(given) === 0,
  coversAgain: ({ context, event }: Given) =>
    event.type === "refundReturned" && context.paid + event.amount >= payableOf(context),
  isNewChargeback: ({ context, event }: Given) =>
    event.type === "paymentDisputed" &&
    context.paid > 0 &&
    context.chargebacks.every(({ disputeId }) => disputeId !== event.disputeId),
  isChargedBack: ({ context, event }: Given) =>
    event.type === "disputeWon" &&
    context.chargebacks.some(({ disputeId }) => disputeId === event.disputeId),
};
