import { setup } from "xstate";
import { outgoing, type Posting, type Stamp } from "../engine/outgoing.ts";
import type { DisputeEvent } from "./events.ts";

/** What a dispute knows. Amounts are yen, days ISO. */
export interface DisputeContext {
  disputeId: string;
  invoiceId: string;
  paymentId: string;
  stripeDisputeId: string;
  amount: number;
  reason: string;
  evidenceDueAt: string | null;
  openedOn: string | null;
  /** Yen that the issuer has taken and not given back, and fees that were not given back. */
  withdrawn: number;
  fees: number;
  /** Rows of Stripe's balance that are booked. */
  lines: string[];
  closedOn: string | null;
  /** Yen of a loss for which the payment had nothing left. */
  exceeding: number;
  lossNote: string | null;
}

const base = setup({
  types: { context: {} as DisputeContext, events: {} as DisputeEvent & Stamp },
  actions: outgoing,
  guards: {
    isNewLine: ({ context, event }) =>
      (event.type === "withdraw" || event.type === "reinstate") &&
      !context.lines.includes(event.lineId),
    isOpenLoss: ({ context }) => context.lossNote === null,
  },
});

const meta = { clause: "A12.2" } as const;

const note = base.assign(({ event }) => {
  if (event.type !== "open") return {};
  const { machineId: disputeId, invoiceId, paymentId, stripeDisputeId, amount, reason } = event;
  const { evidenceDueAt, day: openedOn } = event;
  return {
    ...{ disputeId, invoiceId, paymentId, stripeDisputeId, amount, reason },
    ...{ evidenceDueAt, openedOn },
  };
});

/** Money that the issuer holds (係争中の入金) is neither at Stripe nor lost. */
const book = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "withdraw" && event.type !== "reinstate") return;
  const { amount, fee, lineId, movedOn: day } = event;
  const isOut = event.type === "withdraw";
  const side = (yen: number, isDebit: boolean) =>
    isDebit ? { debit: yen, credit: 0 } : { debit: 0, credit: yen };
  const postings = (
    [
      { account: "disputedFunds", ...side(amount, isOut) },
      { account: "stripeFees", ...side(fee, isOut) },
      { account: "stripeClearing", ...side(amount + fee, !isOut) },
    ] satisfies Posting[]
  ).filter(({ debit, credit }) => debit + credit > 0);
  const kind = isOut ? "disputeWithdrawn" : "disputeReinstated";
  if (postings.length > 0) {
    enqueue({ type: "row", params: { table: "ledger", kind, day, postings } });
  }
  const sign = isOut ? 1 : -1;
  enqueue.assign({
    withdrawn: context.withdrawn + sign * amount,
    fees: context.fees + sign * fee,
    lines: [...context.lines, lineId],
  });
});

/** What the payment had not left is lost for good: the debt can't open again for it. */
const bookExcess = base.enqueueActions(({ context: { exceeding }, event, enqueue }) => {
  if (exceeding === 0) return;
  const postings: Posting[] = [
    { account: "writeOffs", debit: exceeding, credit: 0 },
    { account: "disputedFunds", debit: 0, credit: exceeding },
  ];
  const row = { table: "ledger" as const, kind: "excessLost", day: event.day, postings };
  enqueue({ type: "row", params: row });
});

const noteLoss = base.assign({
  lossNote: ({ event }) => (event.type === "closeLoss" ? event.note : null),
});

/** The payment knows how much of it is left, and tells the invoice. */
const tellPayment = (type: "dispute" | "disputeWon" | "disputeLost") =>
  base.enqueueActions(({ context, enqueue }) => {
    const { disputeId, paymentId: machineId, amount } = context;
    const event = type === "disputeWon" ? { type, disputeId } : { type, disputeId, amount };
    const tell = { kind: "payment" as const, machineId, event };
    // A dispute that comes before the payment itself is known is told again.
    enqueue({ type: "tell", params: type === "dispute" ? { ...tell, required: true } : tell });
  });

const moves = {
  withdraw: { guard: "isNewLine", meta, actions: book },
  reinstate: { guard: "isNewLine", meta, actions: book },
} as const;

const close = base.assign({ closedOn: ({ event }) => event.day });

const ends = {
  win: { target: "won", meta, actions: [close, tellPayment("disputeWon")] },
  lose: { target: "lost", meta, actions: [close, tellPayment("disputeLost")] },
} as const;

/**
 * A card payment that its holder disputes with the card's issuer (チャージバック). Evidence is given in Stripe's
 * Dashboard; the portal follows what becomes of it, and of the money.
 */
export const disputeMachine = base.createMachine({
  id: "dispute",
  context: {
    disputeId: "",
    invoiceId: "",
    paymentId: "",
    stripeDisputeId: "",
    amount: 0,
    reason: "",
    evidenceDueAt: null,
    openedOn: null,
    withdrawn: 0,
    fees: 0,
    lines: [],
    closedOn: null,
    exceeding: 0,
    lossNote: null,
  },
  initial: "unopened",
  states: {
    unopened: {
      on: { open: { target: "needsResponse", meta, actions: [note, tellPayment("dispute")] } },
    },
    needsResponse: { on: { ...moves, ...ends, review: { target: "underReview", meta } } },
    underReview: { on: { ...moves, ...ends } },
    // Rows of the balance may come after the decision.
    won: { on: moves },
    lost: {
      on: {
        ...moves,
        exceeds: {
          meta,
          actions: base.assign(({ event }) =>
            event.type === "exceeds" ? { exceeding: event.amount } : {},
          ),
        },
        closeLoss: {
          guard: "isOpenLoss",
          meta,
          actions: [bookExcess, noteLoss],
        },
      },
    },
  },
});
