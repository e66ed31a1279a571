import type { Posting } from "../engine/outgoing.ts";
import { share, sumYen } from "../money.ts";
import { base } from "./base.ts";
import type { InvoiceContext } from "./context.ts";
import { creditUnearned } from "./credit-notes.ts";
import { endingFees, nextEarning, notYetEarned } from "./earned-fees.ts";

/** Deferred revenue becomes revenue (前受金から売上へ); less than nothing is booked back. */
function postingsOf(amount: number): Posting[] {
  const [earned, booked] = [Math.max(0, amount), Math.max(0, -amount)];
  return [
    { account: "deferredRevenue", debit: earned, credit: booked },
    { account: "revenue", debit: booked, credit: earned },
  ];
}

/** Books what a month has earned, on the month's last day, however late that is noticed (A12.2). */
export const earnMonth = base.enqueueActions(({ context, enqueue }) => {
  const next = nextEarning(context);
  if (!next) return;
  const { day, amount } = next;
  const postings = postingsOf(amount);
  enqueue({ type: "row", params: { table: "ledger", kind: "feeEarned", day, postings } });
  enqueue.assign({
    earned: context.earned + amount,
    earnedUpTo: day,
    fees: context.fees.filter(({ to, by }) => by === "acceptance" || to > day),
  });
});

/** Yen of a fee's part that corrections have credited already, each by the fee's share of the invoice. */
function correctedPart({ credits, subtotal }: InvoiceContext, part: number): number {
  const corrections = credits.filter(({ cause }) => cause === "correction");
  const sum = sumYen(corrections.map(({ net }) => net));
  return subtotal === 0 ? 0 : share(part, sum, subtotal);
}

/**
 * Books on its last day what is left of the fees of something that ends, but for what is the customer's
 * (A17.2): that stays deferred until the credit note, which is raised at once, gives it back. Months were earned alike and the customer's part
 * goes by days, so that the last booking can be one back.
 */
export const endEarning = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "endEarning") return;
  const ending = endingFees(context, event.itemId);
  const unearned = event.unearned - correctedPart(context, event.unearned);
  const amount = notYetEarned(context, ending) - unearned;
  const row = { table: "ledger" as const, kind: "feeSettled", day: event.lastDay };
  if (amount !== 0) enqueue({ type: "row", params: { ...row, postings: postingsOf(amount) } });
  enqueue.assign({
    earned: context.earned + amount,
    unearned: context.unearned + unearned,
    fees: context.fees.filter((fee) => !ending.includes(fee)),
  });
  const { lastDay } = event;
  const note = unearned > 0 ? creditUnearned(context, { unearned, lastDay }) : null;
  if (note) enqueue({ type: "tell", params: note });
});
