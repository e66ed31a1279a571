import type { Posting } from "../engine/outgoing.ts";
import { base, movedBy, type Stamped } from "./base.ts";
import type { InvoiceContext, InvoiceReceipt } from "./context.ts";
import { damagesFromReceipts } from "./damages-account.ts";

/**
 * The fee is owed at once but earned month by month, so it stands as deferred revenue (前受金). Late damages
 * are income (雑収入) when they are claimed.
 */
export const postIssue = base.enqueueActions(({ context, event, enqueue }) => {
  const { reason, total, subtotal, tax } = context;
  const income = reason === "lateDamages" ? "damages" : "deferredRevenue";
  const postings: Posting[] = [
    { account: "receivables", debit: total, credit: 0 },
    { account: income, debit: 0, credit: subtotal },
    { account: "taxPayable", debit: 0, credit: tax },
  ];
  const posted = postings.filter(({ debit, credit }) => debit > 0 || credit > 0);
  const row = { table: "ledger" as const, kind: "invoiceIssued", day: event.day, postings: posted };
  if (posted.length > 0) enqueue({ type: "row", params: row });
});

/** Yen of what is paid that settle the invoice, yen on top that settle its damages, and what is left. */
function splitOf(context: InvoiceContext) {
  const { total, paid } = context;
  const damages = damagesFromReceipts(context);
  return { settled: Math.min(total, paid), damages, credit: Math.max(0, paid - total) - damages };
}

/** What came in so far with what an event brings or takes back. */
function receiptsAfter({ receipts }: InvoiceContext, event: Stamped): InvoiceReceipt[] {
  if (event.type === "paymentReceived" && event.amount > 0) {
    const { paymentId: id, valueDay, amount } = event;
    return [...receipts, { id, valueDay, amount }];
  }
  if (event.type === "transferReceived") {
    const { receiptId: id, valueDay, amount, fee } = event;
    return [...receipts, { id, valueDay, amount: amount + fee }];
  }
  if (event.type !== "transferReversed") return receipts;
  let gone = event.amount + event.fee;
  const isOwn = ({ id }: InvoiceReceipt) => id === event.receiptId;
  // Where an earlier release counted it, no receipt bears its id: then another gives it back.
  const inTurn = [...receipts.filter((one) => !isOwn(one)), ...receipts.filter(isOwn)];
  return inTurn
    .toReversed()
    .map((one) => {
      const taken = Math.min(one.amount, gone);
      gone -= taken;
      return { ...one, amount: one.amount - taken };
    })
    .filter(({ amount }) => amount > 0)
    .toReversed();
}

/**
 * Books what came in, or that it was another's. What is more than the invoice's amount settles the damages
 * that have accrued, as the law applies it (Civil Code 489); the rest becomes the customer's credit.
 */
export const book = base.enqueueActions(({ context, event, enqueue }) => {
  const came = { paid: context.paid + movedBy(event), receipts: receiptsAfter(context, event) };
  const [before, after] = [splitOf(context), splitOf({ ...context, ...came })];
  const isCard = event.type === "paymentReceived";
  if (!isCard && event.type !== "transferReceived" && event.type !== "transferReversed") return;
  const sign = event.type === "transferReversed" ? -1 : 1;
  const signed = {
    [isCard ? "stripeClearing" : "unappliedReceipts"]: sign * event.amount,
    bankFees: isCard ? 0 : sign * event.fee,
    receivables: before.settled - after.settled,
    damages: before.damages - after.damages,
    credits: before.credit - after.credit,
  };
  const postings = Object.entries(signed)
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount]): Posting => {
      const [debit, credit] = [Math.max(0, amount), Math.max(0, -amount)];
      return { account: account as Posting["account"], debit, credit };
    });
  const day = event.type === "transferReversed" ? event.day : event.valueDay;
  const row = { table: "ledger" as const, kind: event.type, day, postings };
  if (postings.length > 0) enqueue({ type: "row", params: row });
  enqueue.assign(came);
});
