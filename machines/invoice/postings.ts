import type { Account, Posting } from "../engine/outgoing.ts";
import { base, movedBy, type Stamped } from "./base.ts";
import type { InvoiceContext } from "./context.ts";
import { receiptsAfter } from "./receipts.ts";
import { splitOf } from "./split.ts";

/** The account that an invoice of each kind is booked to. */
export const incomes: Readonly<Record<InvoiceContext["reason"], Account>> = {
  annualFee: "deferredRevenue",
  optionFee: "deferredRevenue",
  lateDamages: "damages",
  charge: "charges",
};

/**
 * The fee is owed at once but earned month by month, so it stands as deferred revenue (前受金). Late damages
 * and charges are income (雑収入) when they are claimed.
 */
export const postIssue = base.enqueueActions(({ context, event, enqueue }) => {
  const { reason, total, subtotal, tax } = context;
  const income = incomes[reason];
  const postings: Posting[] = [
    { account: "receivables", debit: total, credit: 0 },
    { account: income, debit: 0, credit: subtotal },
    { account: "taxPayable", debit: 0, credit: tax },
  ];
  const posted = postings.filter(({ debit, credit }) => debit > 0 || credit > 0);
  const row = { table: "ledger" as const, kind: "invoiceIssued", day: event.day, postings: posted };
  if (posted.length > 0) enqueue({ type: "row", params: row });
});

/** The account on the other side of what came in or went back, and whether it went back. */
const sides = {
  paymentReceived: ["stripeClearing", 1],
  transferReceived: ["unappliedReceipts", 1],
  transferReversed: ["unappliedReceipts", -1],
  paymentRefunded: ["refundsPayable", -1],
  refundReturned: ["refundsPayable", 1],
  creditPaidBack: ["refundsPayable", -1],
  creditReturned: ["refundsPayable", 1],
  declareSetOff: ["unappliedReceipts", -1],
  setOffReceived: ["unappliedReceipts", 1],
  disputeLost: ["disputedFunds", -1],
} as const;

/** The day on which it counts: what came in on its value day, what went back when it is decided. */
const dayOfBooking = (event: Stamped) =>
  event.type === "paymentReceived" || event.type === "transferReceived"
    ? event.valueDay
    : event.day;

/** The postings of yen by account, debits above nothing; what moves nothing is left out. */
export function postingsOf(signed: Partial<Record<Account, number>>): Posting[] {
  return Object.entries(signed)
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount]): Posting => {
      const [debit, credit] = [Math.max(0, amount), Math.max(0, -amount)];
      return { account: account as Account, debit, credit };
    });
}

/** What moves between an invoice's own accounts from one state of it to the next, debits above nothing. */
export function movedBetween(
  before: InvoiceContext,
  after: InvoiceContext,
): Partial<Record<Account, number>> {
  const [was, is] = [splitOf(before), splitOf(after)];
  return {
    receivables: is.receivable - was.receivable,
    writeOffs: is.writtenOff - was.writtenOff,
    damages: was.damages - is.damages,
    credits: was.credit - is.credit,
  };
}

/**
 * Books what came in, what went back, or that it was another's. What is more than the invoice asks for settles
 * the damages that have accrued, as the law applies it (Civil Code 489); the rest becomes the customer's credit.
 */
export const book = base.enqueueActions(({ context, event, enqueue }) => {
  const side: readonly [Account, number] | undefined = sides[event.type as keyof typeof sides];
  if (!side) return;
  const came = { paid: context.paid + movedBy(event), ...receiptsAfter(context, event) };
  const [account, sign] = side;
  const fee = "fee" in event ? sign * event.fee : 0;
  const postings = postingsOf({
    [account]: movedBy(event) - fee,
    bankFees: fee,
    ...movedBetween(context, { ...context, ...came }),
  });
  const day = dayOfBooking(event);
  const row = { table: "ledger" as const, kind: event.type, day, postings };
  if (postings.length > 0) enqueue({ type: "row", params: row });
  enqueue.assign(came);
});
