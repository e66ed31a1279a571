import { dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { earningSchedule } from "../money/earning.ts";
import type { InvoiceContext } from "./context.ts";
import type { EarnedFee } from "./earned-fee.ts";

type Earning = Pick<InvoiceContext, "periodStart" | "fees" | "earnedUpTo">;

/** The months of a fee whose last days have not been booked yet, without those that round to nothing. */
const monthsToCome = ({ periodStart, earnedUpTo }: Earning, { amount, to, by }: EarnedFee) =>
  by === "acceptance"
    ? []
    : earningSchedule(amount, periodStart, to).filter(
        (part) => part.amount > 0 && part.earnedOn > (earnedUpTo ?? ""),
      );

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/**
 * The next last day of a month of the charged period and what is earned on it, in yen; null where
 * nothing more is earned by months.
 */
export function nextEarning(context: Earning): { day: string; amount: number } | null {
  const coming = context.fees.flatMap((fee) => monthsToCome(context, fee));
  const [day] = coming.map(({ earnedOn }) => earnedOn).toSorted();
  if (day === undefined) return null;
  const parts = coming.filter(({ earnedOn }) => earnedOn === day);
  return { day, amount: sumOf(parts.map(({ amount }) => amount)) };
}

/** Yen of fees that have not been earned. */
export function notYetEarned(context: Earning, fees: readonly EarnedFee[] = context.fees): number {
  return sumOf(
    fees.map((fee) =>
      fee.by === "acceptance"
        ? fee.amount
        : sumOf(monthsToCome(context, fee).map(({ amount }) => amount)),
    ),
  );
}

/** The fees of the contract or the option that ends; all of them where it is the contract. */
export const endingFees = ({ fees }: Earning, itemId: string | null): EarnedFee[] =>
  fees.filter((fee) => itemId === null || fee.itemId === itemId);

/** Waits for the end of the next month of the charged period; one at a time, also of a paid invoice. */
export function earningDeadlines(context: Earning): Deadline[] {
  const next = nextEarning(context);
  if (!next) return [];
  const dueAt = startOfDayInTokyo(dayOf(next.day).add({ days: 1 }));
  return [{ id: "earn", dueAt, event: { type: "earn" }, clause: "A12.2" }];
}

/** Version 1 earned nothing and did not keep the fees apart: all of it is earned as one, month by month. */
export function earningFromVersion1(stored: Record<string, unknown>): { fees: EarnedFee[] } {
  const { contractId, subtotal, periodEnd } = stored as unknown as InvoiceContext;
  const whole: EarnedFee = { itemId: contractId, amount: subtotal, to: periodEnd, by: "month" };
  return { fees: subtotal > 0 ? [whole] : [] };
}

interface Given {
  context: Earning;
  event: { type: string; day: string; itemId?: string | null };
}

/** Guards of what is earned. */
export const earningConditions = {
  /** A month is earned when its last day is over. */
  isEarned: ({ context, event }: Given) => (nextEarning(context)?.day ?? event.day) < event.day,
  isEarning: ({ context, event }: Given) => endingFees(context, event.itemId ?? null).length > 0,
};
