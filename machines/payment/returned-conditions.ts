import type { PaymentContext } from "./context.ts";
import type { PaymentEvent } from "./events.ts";

type Given = { context: PaymentContext; event: PaymentEvent };

const sumOf = (parts: readonly { covered: number }[]) =>
  parts.reduce((sum, { covered }) => sum + covered, 0);

/** Yen that went back to the payer by refunds. */
export const refunded = ({ refunds }: Pick<PaymentContext, "refunds">): number => sumOf(refunds);

/** Yen that were lost to disputes. */
export const lostToDisputes = ({ disputes }: Pick<PaymentContext, "disputes">): number =>
  sumOf(disputes);

/** Yen of what came in that neither a refund nor a lost dispute has taken. */
export const left = (context: Pick<PaymentContext, "received" | "refunds" | "disputes">): number =>
  (context.received ?? 0) - refunded(context) - lostToDisputes(context);

const isNew = ({ context, event }: Given) =>
  event.type === "refund" && context.refunds.every(({ id }) => id !== event.refundId);

const isOwn = ({ context, event }: Given) =>
  event.type === "refundFailed" && context.refunds.some(({ id }) => id === event.refundId);

const coveredByOthers = ({ context, event }: Given) =>
  event.type === "refundFailed"
    ? sumOf(context.refunds.filter(({ id }) => id !== event.refundId))
    : 0;

const isOpen = ({ context, event }: Given) =>
  (event.type === "disputeWon" || event.type === "disputeLost") &&
  context.disputes.some(({ id, state }) => id === event.disputeId && state === "open");

/** Guards on what may go back and what comes back. */
export const returnedConditions = {
  leavesNothing: ({ context, event }: Given) =>
    event.type === "refund" &&
    isNew({ context, event }) &&
    (event.amount === left(context) || (event.isFound && event.amount > left(context))),
  leavesSome: ({ context, event }: Given) =>
    event.type === "refund" && isNew({ context, event }) && event.amount < left(context),
  isFound: ({ context, event }: Given) =>
    event.type === "refund" && isNew({ context, event }) && event.isFound,
  isOwnRefund: isOwn,
  restoresAll: (given: Given) => isOwn(given) && coveredByOthers(given) === 0,
  isUnapplied: (given: Given) => isOwn(given) && !given.context.isApplied,
  isNewDispute: ({ context, event }: Given) =>
    event.type === "dispute" && context.disputes.every(({ id }) => id !== event.disputeId),
  isOpenDispute: isOpen,
  isLastDispute: ({ context, event }: Given) =>
    isOpen({ context, event }) &&
    context.disputes.filter(({ state }) => state === "open").length === 1,
  isWhole: ({ context, event }: Given) =>
    event.type === "take" && event.amount > 0 && event.amount === left(context),
};
