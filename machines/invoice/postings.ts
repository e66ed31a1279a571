import type { Posting } from "../engine/outgoing.ts";
import { base, movedBy } from "./base.ts";
import type { InvoiceContext } from "./context.ts";

/** The fee is owed at once but earned month by month, so it stands as deferred revenue (前受金). */
export const postIssue = base.enqueueActions(({ context, event, enqueue }) => {
  const { total, subtotal, tax } = context;
  const postings: Posting[] = [
    { account: "receivables", debit: total, credit: 0 },
    { account: "deferredRevenue", debit: 0, credit: subtotal },
    { account: "taxPayable", debit: 0, credit: tax },
  ];
  const posted = postings.filter(({ debit, credit }) => debit > 0 || credit > 0);
  const row = { table: "ledger" as const, kind: "invoiceIssued", day: event.day, postings: posted };
  if (posted.length > 0) enqueue({ type: "row", params: row });
});

/** Yen of what is paid that settle the invoice, and yen on top of it. */
const splitOf = ({ total }: InvoiceContext, paid: number) => ({
  settled: Math.min(total, paid),
  onTop: Math.max(0, paid - total),
});

/**
 * Books what came in, or that it was another's. More than what is owed becomes the customer's credit,
 * never income.
 */
export const book = base.enqueueActions(({ context, event, enqueue }) => {
  const paid = context.paid + movedBy(event);
  const [before, after] = [splitOf(context, context.paid), splitOf(context, paid)];
  const isCard = event.type === "paymentReceived";
  if (!isCard && event.type !== "transferReceived" && event.type !== "transferReversed") return;
  const sign = event.type === "transferReversed" ? -1 : 1;
  const signed = {
    [isCard ? "stripeClearing" : "unappliedReceipts"]: sign * event.amount,
    bankFees: isCard ? 0 : sign * event.fee,
    receivables: before.settled - after.settled,
    credits: before.onTop - after.onTop,
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
  enqueue.assign({ paid });
});
