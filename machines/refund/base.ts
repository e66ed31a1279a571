import { setup } from "xstate";
import { outgoing, type Account, type Posting, type Stamp } from "../engine/outgoing.ts";
import type { RefundEvent } from "./events.ts";

/** What a refund knows. Amounts are yen, days ISO. */
export interface RefundContext {
  refundId: string;
  invoiceId: string;
  /** The card payment that it goes back to; null where it goes by bank transfer. */
  paymentId: string | null;
  approvalId: string | null;
  amount: number;
  fromCredit: boolean;
  reason: string | null;
  /** Whether it was made at Stripe and not by the portal. */
  isFound: boolean;
  requestedAt: string | null;
  stripeRefundId: string | null;
  /** The day on which it left Stripe's balance or the bank account. */
  madeOn: string | null;
  failedOn: string | null;
  failureCode: string | null;
  failureNote: string | null;
  /** Yen of it for which the payment had nothing left. */
  exceeding: number;
  lookedUp: number;
}

export const noRefund: RefundContext = {
  refundId: "",
  invoiceId: "",
  paymentId: null,
  approvalId: null,
  amount: 0,
  fromCredit: false,
  reason: null,
  isFound: false,
  requestedAt: null,
  stripeRefundId: null,
  madeOn: null,
  failedOn: null,
  failureCode: null,
  failureNote: null,
  exceeding: 0,
  lookedUp: 0,
};

/** Types and guards of the refund. */
export const base = setup({
  types: { context: {} as RefundContext, events: {} as RefundEvent & Stamp },
  actions: outgoing,
  guards: {
    goesByCard: ({ event }) => event.type === "create" && event.paymentId !== null,
    wentByCard: ({ context }) => context.paymentId !== null,
    wentByTransfer: ({ context }) => context.paymentId === null,
    isOpenFailure: ({ context }) => context.failureNote === null,
    isOpenExcess: ({ context }) => context.exceeding > 0 && context.failureNote === null,
  },
});

/** A booking of the refund's whole amount. */
const book = (kind: string, debit: Account, credit: Account) =>
  base.enqueueActions(({ context: { amount, madeOn }, event, enqueue }) => {
    const postings: Posting[] = [
      { account: debit, debit: amount, credit: 0 },
      { account: credit, debit: 0, credit: amount },
    ];
    const day = kind === "refundReturned" ? event.day : (madeOn ?? event.day);
    enqueue({ type: "row", params: { table: "ledger", kind, day, postings } });
  });

/** What was owed back (未払返金) has left Stripe's balance. */
export const bookMade = book("refundMade", "refundsPayable", "stripeClearing");
/** It has left the bank account. */
export const bookTransferred = book("refundTransferred", "refundsPayable", "bank");
/** It came back into Stripe's balance. */
export const bookReturned = book("refundReturned", "stripeClearing", "refundsPayable");
/** It came back to the bank account. */
export const bookTransferReturned = book("refundReturned", "bank", "refundsPayable");

/** What went back beyond what was left is lost: nobody owes it. */
export const bookExcess = base.enqueueActions(({ context: { exceeding }, event, enqueue }) => {
  const postings: Posting[] = [
    { account: "writeOffs", debit: exceeding, credit: 0 },
    { account: "refundsPayable", debit: 0, credit: exceeding },
  ];
  const row = { table: "ledger" as const, kind: "excessLost", day: event.day, postings };
  enqueue({ type: "row", params: row });
});

/** Tells the payment that money goes back, or the invoice where it goes by bank transfer. */
export const takeOut = base.enqueueActions(({ context, enqueue }) => {
  const { refundId, invoiceId, paymentId, amount, fromCredit, isFound } = context;
  const tell = paymentId
    ? {
        ...{ kind: "payment" as const, machineId: paymentId },
        event: { type: "refund", refundId, amount, fromCredit, isFound },
      }
    : {
        ...{ kind: "invoice" as const, machineId: invoiceId },
        event: { type: "creditPaidBack", refundId, amount },
      };
  // What the portal is about to do must have somewhere to come from; a fact of Stripe's that comes before the
  // payment itself is known is told again.
  enqueue({ type: "tell", params: { ...tell, required: true } });
});

/** Tells them that it has come back, so that it counts again. */
export const putBack = base.enqueueActions(({ context, enqueue }) => {
  const { refundId, invoiceId, paymentId, amount } = context;
  const params = paymentId
    ? {
        ...{ kind: "payment" as const, machineId: paymentId },
        event: { type: "refundFailed", refundId },
      }
    : {
        ...{ kind: "invoice" as const, machineId: invoiceId },
        event: { type: "creditReturned", refundId, amount },
      };
  enqueue({ type: "tell", params: { ...params, required: true } });
});

/** Asks for the refund at Stripe: the machine's id is the key that Stripe receives. */
export const askStripe = base.enqueueActions(({ context: { refundId }, enqueue }) => {
  enqueue({ type: "effect", params: { kind: "createRefund", params: { refundId } } });
});

/** Asks Stripe how it stands. */
export const lookUp = base.enqueueActions(({ context, enqueue }) => {
  const { refundId, stripeRefundId, lookedUp } = context;
  enqueue.assign({ lookedUp: lookedUp + 1 });
  const params = { refundId, stripeRefundId };
  enqueue({ type: "effect", params: { kind: "lookUpRefund", params } });
});

/** A mail to the customer about the refund. */
export const mail = (template: "refunded" | "refund-failed") =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { refundId, invoiceId, amount, paymentId, madeOn } = context;
    const ids = { refundId, invoiceId, at: event.at, day: event.day };
    const facts = { amount, madeOn, by: paymentId ? "card" : "bankTransfer" };
    const params = { template, to: "customer", ...ids, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });
