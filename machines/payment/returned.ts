import type { Posting } from "../engine/outgoing.ts";
import { base } from "./base.ts";
import type { PaymentContext } from "./context.ts";
import { left } from "./returned-conditions.ts";

const meta = { clause: "A12.2" } as const;

/** Money that no invoice has taken waits in suspense (仮勘定). */
const bookSuspense =
  (kind: string, from: Posting["account"], to: Posting["account"]) =>
  (amount: number, day: string) => ({
    ...{ table: "ledger" as const, kind, day },
    postings: [
      { account: from, debit: amount, credit: 0 },
      { account: to, debit: 0, credit: amount },
    ],
  });

const arrived = bookSuspense("paymentMismatched", "stripeClearing", "suspense");
const applied = bookSuspense("paymentTaken", "suspense", "stripeClearing");
const goesBack = bookSuspense("paymentRefunded", "suspense", "refundsPayable");
const cameBack = bookSuspense("refundReturned", "refundsPayable", "suspense");
const wasTaken = bookSuspense("disputeLost", "suspense", "disputedFunds");

/** Books money of another amount than was asked for, until a person has decided on it. */
export const bookArrived = base.enqueueActions(({ context, event, enqueue }) => {
  const { received, valueDay } = context;
  if (received) enqueue({ type: "row", params: arrived(received, valueDay ?? event.day) });
});

/** Finance takes it as a payment of its invoice. */
const take = base.enqueueActions(({ context, event, enqueue }) => {
  const { paymentId, invoiceId } = context;
  const amount = left(context);
  enqueue({ type: "row", params: applied(amount, event.day) });
  const valueDay = context.valueDay ?? event.day;
  const told = { type: "paymentReceived", paymentId, amount, valueDay };
  const tell = { kind: "invoice" as const, machineId: invoiceId, event: told };
  enqueue({ type: "tell", params: { ...tell, required: true as const } });
  enqueue.assign({ isApplied: true });
});

const toInvoice = ({ invoiceId: machineId }: PaymentContext, event: { type: string }) => ({
  ...{ kind: "invoice" as const, machineId, event },
  required: true as const,
});

/** Takes a refund out of what is left; what is more than that its own machine is told. */
const giveBack = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "refund") return;
  const { paymentId, refunds, isApplied } = context;
  const { refundId, amount, fromCredit, day } = event;
  const covered = Math.min(amount, left(context));
  enqueue.assign({ refunds: [...refunds, { id: refundId, amount, covered }] });
  if (covered > 0 && isApplied) {
    const told = { type: "paymentRefunded", paymentId, refundId, amount: covered, fromCredit };
    enqueue({ type: "tell", params: toInvoice(context, told) });
  } else if (covered > 0) enqueue({ type: "row", params: goesBack(covered, day) });
  if (covered < amount) {
    const exceeds = { type: "exceeds", amount: amount - covered };
    enqueue({ type: "tell", params: { kind: "refund", machineId: refundId, event: exceeds } });
  }
});

/** A refund came back: what it covered is left again. */
const takeBack = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "refundFailed") return;
  const { paymentId, refunds, isApplied } = context;
  const { refundId, day } = event;
  const amount = refunds.find(({ id }) => id === refundId)?.covered ?? 0;
  enqueue.assign({ refunds: refunds.filter(({ id }) => id !== refundId) });
  if (amount > 0 && isApplied) {
    const valueDay = context.valueDay ?? day;
    const told = { type: "refundReturned", paymentId, refundId, amount, valueDay };
    enqueue({ type: "tell", params: toInvoice(context, told) });
  } else if (amount > 0) enqueue({ type: "row", params: cameBack(amount, day) });
});

/** Nothing of it waits for a decision any more. */
const close = base.enqueueActions(({ context, enqueue }) => {
  const { paymentId, invoiceId } = context;
  const event = { type: "paymentClosed", paymentId };
  enqueue({ type: "tell", params: { kind: "invoice", machineId: invoiceId, event } });
});

const openDispute = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "dispute") return;
  const { paymentId, disputes, isApplied } = context;
  const { disputeId, amount } = event;
  enqueue.assign({ disputes: [...disputes, { id: disputeId, amount, covered: 0, state: "open" }] });
  const told = { type: "paymentDisputed", paymentId, disputeId, amount };
  if (isApplied) enqueue({ type: "tell", params: toInvoice(context, told) });
});

/** Closes a dispute; of one that is lost the payment bears what it has left. */
const endDispute = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "disputeWon" && event.type !== "disputeLost") return;
  const { paymentId, disputes, isApplied } = context;
  const { disputeId, day } = event;
  const isLost = event.type === "disputeLost";
  const amount = isLost ? event.amount : 0;
  const covered = Math.min(amount, left(context));
  const state = isLost ? ("lost" as const) : ("won" as const);
  enqueue.assign({
    disputes: disputes.map((one) => (one.id === disputeId ? { ...one, covered, state } : one)),
  });
  const told = isLost
    ? { type: "disputeLost", paymentId, disputeId, amount: covered }
    : { type: "disputeWon", disputeId };
  if (isApplied) enqueue({ type: "tell", params: toInvoice(context, told) });
  else if (covered > 0) enqueue({ type: "row", params: wasTaken(covered, day) });
  if (covered < amount) {
    const exceeds = { type: "exceeds", amount: amount - covered };
    enqueue({ type: "tell", params: { kind: "dispute", machineId: disputeId, event: exceeds } });
  }
});

const inFull = { guard: "leavesNothing", target: "refunded", meta, actions: giveBack } as const;
const inPart = { guard: "leavesSome", target: "partlyRefunded", meta, actions: giveBack } as const;
/** Made at Stripe itself, it is a fact, whatever is left. */
const found = { guard: "isFound", meta, actions: giveBack } as const;
const dispute = { guard: "isNewDispute", meta, actions: openDispute } as const;
const disputed = { ...dispute, target: "disputed" } as const;
const disputeEnds = { guard: "isOpenDispute", meta, actions: endDispute } as const;
const lastEnds = { ...disputeEnds, guard: "isLastDispute" } as const;
const failsWhole = {
  guard: "restoresAll",
  target: "succeeded",
  meta,
  actions: takeBack,
} as const;
const fails = { guard: "isOwnRefund", meta, actions: takeBack } as const;

/** What becomes of money that came in, state by state. */
export const afterwards = {
  succeeded: { on: { refund: [inFull, inPart], dispute: disputed } },
  partlyRefunded: {
    on: { refund: [inFull, inPart], refundFailed: [failsWhole, fails], dispute: disputed },
  },
  refunded: {
    on: {
      refund: found,
      refundFailed: [
        { guard: "isUnapplied", target: "mismatched", meta, actions: takeBack },
        failsWhole,
        { ...fails, target: "partlyRefunded" },
      ],
      dispute: disputed,
    },
  },
  disputed: {
    on: {
      refund: found,
      refundFailed: fails,
      dispute,
      disputeWon: [{ ...lastEnds, target: "won" }, disputeEnds],
      disputeLost: [{ ...lastEnds, target: "lost" }, disputeEnds],
    },
  },
  won: { on: { refund: [inFull, inPart], refundFailed: fails, dispute: disputed } },
  lost: { on: { refund: found, refundFailed: fails, dispute: disputed } },
  mismatched: {
    on: {
      take: { guard: "isWhole", target: "succeeded", meta, actions: take },
      refund: [{ ...inFull, actions: [giveBack, close] }, found],
      refundFailed: fails,
      dispute,
      disputeWon: disputeEnds,
      disputeLost: disputeEnds,
    },
  },
} as const;
