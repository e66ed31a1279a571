import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { ledgerEntry, ledgerTransaction } from "#db/schema/money.ts";
import { payout, payoutLine } from "#db/schema/operator.ts";
import type { Posting } from "#machines/engine/outgoing.ts";

export type PayoutRow = typeof payout.$inferSelect;

/** A payout as it was pulled earlier, or null. */
export async function findPayout(tx: Handle, payoutId: string): Promise<PayoutRow | null> {
  const [row] = await tx.select().from(payout).where(eq(payout.payoutId, payoutId));
  return row ?? null;
}

/** Notes that a payout stands otherwise at Stripe than when it was pulled. */
export async function changePayoutStatus(
  tx: Handle,
  payoutId: string,
  status: string,
): Promise<void> {
  await tx.update(payout).set({ status }).where(eq(payout.payoutId, payoutId));
}

/** Changes what became of a line. False where it stood otherwise, or there is no such line. */
export async function changeLineState(
  tx: Handle,
  { payoutId, lineId }: { payoutId: string; lineId: string },
  from: "exception" | "explained",
  to: "exception" | "explained",
): Promise<boolean> {
  const isLine = and(eq(payoutLine.payoutId, payoutId), eq(payoutLine.lineId, lineId));
  const changed = await tx
    .update(payoutLine)
    .set({ state: to })
    .where(and(isLine, eq(payoutLine.state, from)))
    .returning({ lineId: payoutLine.lineId });
  return changed.length === 1;
}

/** The ledger transaction of a payout; its id comes from the payout, so there can be no second. */
export interface PayoutBooking {
  /** The operator's reserved customer. */
  customerId: string;
  transactionId: string;
  postings: readonly Posting[];
}

async function writeLedger(
  tx: Handle,
  { arrivalDay, pulledAt }: Omit<PayoutRow, "ledgerTransactionId">,
  { customerId, transactionId, postings }: PayoutBooking,
): Promise<string> {
  await tx.insert(ledgerTransaction).values({
    customerId,
    transactionId,
    machineId: transactionId,
    seq: 0,
    kind: "payout",
    day: arrivalDay,
    recordedAt: pulledAt,
  });
  await tx.insert(ledgerEntry).values(
    postings.map((posting, n) => ({
      customerId,
      transactionId,
      n,
      ...posting,
    })),
  );
  return transactionId;
}

/**
 * Writes a payout with its lines and, where it can be booked, its ledger transaction. The
 * caller holds the operator's lock and has seen that the payout is not booked yet.
 */
export async function writePayout(
  tx: Handle,
  row: Omit<PayoutRow, "ledgerTransactionId">,
  lines: (typeof payoutLine.$inferInsert)[],
  booking: PayoutBooking | null,
): Promise<void> {
  const ledgerTransactionId =
    booking && booking.postings.length > 0 ? await writeLedger(tx, row, booking) : null;
  const whole = { ...row, ledgerTransactionId };
  await tx.insert(payout).values(whole).onConflictDoUpdate({ target: payout.payoutId, set: whole });
  if (lines.length === 0) return;
  const { payoutId: _one, lineId: _two, ...rest } = getTableColumns(payoutLine);
  const set = Object.fromEntries(
    Object.entries(rest).map(([name, column]) => [name, sql.raw(`excluded.${column.name}`)]),
  );
  await tx
    .insert(payoutLine)
    .values(lines)
    .onConflictDoUpdate({ target: [payoutLine.payoutId, payoutLine.lineId], set });
}
