import { and, eq } from "drizzle-orm";
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

/** Writes a payout before its lines; one that is there stays as it is. */
export async function beginPayout(
  tx: Handle,
  row: Pick<PayoutRow, "payoutId" | "amount" | "status" | "arrivalDay" | "pulledAt" | "automatic">,
): Promise<void> {
  await tx
    .insert(payout)
    .values({ ...row, isWhole: false })
    .onConflictDoNothing();
}

/** Notes that a payout stands otherwise at Stripe than when it was pulled. */
export async function changePayout(
  tx: Handle,
  payoutId: string,
  changed: Partial<Pick<PayoutRow, "status" | "returnedOn" | "ledgerTransactionId" | "receiptId">>,
): Promise<void> {
  await tx.update(payout).set(changed).where(eq(payout.payoutId, payoutId));
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

/** A ledger transaction about a payout; its id comes from the payout, so there can be no second. */
export interface PayoutBooking {
  /** The operator's reserved customer. */
  customerId: string;
  transactionId: string;
  kind: "payout" | "payoutFailed" | "payoutMatched" | "payoutReceived" | "payoutReceiptUndone";
  /** Among whose bookings it is shown, and where; among none but its own where left out. */
  of?: { machineId: string; seq: number };
  /** ISO day. */
  day: string;
  recordedAt: Date;
  postings: readonly Posting[];
}

/** Books what came of a payout. The caller holds the operator's lock and has seen that it is not booked yet. */
export async function writePayoutBooking(
  tx: Handle,
  { customerId, transactionId, kind, day, recordedAt, postings, of }: PayoutBooking,
): Promise<void> {
  await tx.insert(ledgerTransaction).values({
    ...{ customerId, transactionId, ...(of ?? { machineId: transactionId, seq: 0 }) },
    ...{ kind, day, recordedAt },
  });
  await tx
    .insert(ledgerEntry)
    .values(postings.map((posting, n) => ({ customerId, transactionId, n, ...posting })));
}
