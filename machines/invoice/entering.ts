import { sumYen } from "../money.ts";
import type { InvoiceContext } from "./context.ts";

/** What an invoice's damages follow from. */
export type Accountable = Pick<
  InvoiceContext,
  "reason" | "dueDay" | "total" | "receipts" | "givenBack" | "credits" | "damagesDecisions"
>;

const order = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);

/** Money that came in, or a credit note, in yen on an ISO day. */
interface Entering {
  id: string;
  kind: "received" | "credited";
  day: string;
  amount: number;
}

/** The first day by which receipts and credits come to the total; null where they don't. */
export function closingDay(entering: readonly Entering[], total: number) {
  let sum = 0;
  for (const { day, amount } of entering) {
    sum += amount;
    if (sum >= total) return day;
  }
  return null;
}

/**
 * What came in and was credited, in the order of the days. Money that was given back was on top of what the
 * invoice asked for; where less is on top by now, since other money was taken back, the rest is as if it had not come.
 */
export function enteringOf({ total, receipts, givenBack, credits }: Accountable): Entering[] {
  const sum = (all: readonly { amount: number }[]) => sumYen(all.map(({ amount }) => amount));
  const credited = credits.map(({ creditNoteId: id, day, total: amount }) => {
    return { id, kind: "credited" as const, day, amount };
  });
  const came = receipts.map(({ id, valueDay: day, amount }) => {
    return { id, kind: "received" as const, day, amount };
  });
  const all = [...came, ...credited].toSorted((one, other) => order(one.day, other.day));
  let missing = sum(givenBack) - Math.max(0, sum(all) - total);
  if (missing <= 0) return all;
  return all
    .toReversed()
    .map((one) => {
      const gone = one.kind === "received" ? Math.min(one.amount, missing) : 0;
      missing -= gone;
      return { ...one, amount: one.amount - gone };
    })
    .toReversed()
    .filter(({ amount }) => amount > 0);
}
