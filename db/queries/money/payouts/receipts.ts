import { and, asc, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import { payout } from "#db/schema/operator.ts";

/** Payouts that are booked, brought money, and whose line at the bank is not known, of some amounts in yen. */
export async function readPayoutsWithoutReceipt(tx: Handle, amounts: readonly number[]) {
  if (amounts.length === 0) return [];
  return tx
    .select({
      payoutId: payout.payoutId,
      amount: payout.amount,
      arrivalDay: payout.arrivalDay,
      isReturned: sql<boolean>`${payout.returnedOn} is not null`,
    })
    .from(payout)
    .where(
      and(
        isNotNull(payout.ledgerTransactionId),
        isNull(payout.receiptId),
        gt(payout.amount, 0),
        inArray(payout.amount, [...new Set(amounts)]),
      ),
    )
    .orderBy(asc(payout.arrivalDay), asc(payout.payoutId));
}

/** A line of a bank's file that may be a payout's money. Yen, ISO day. */
export interface DepositRow {
  receiptId: string;
  amount: number;
  payer: string;
  valueDay: string;
  /** The payout that it was matched to last, before that was undone. */
  lastPayoutId: string | null;
}

/**
 * Lines that wait for a decision and have the amount of a payout whose line is not known, the earliest first.
 *
 * @param which all of them, or those on which nothing was ever decided
 */
export async function readPayoutDeposits(
  tx: Handle,
  which: "undecided" | "open",
): Promise<DepositRow[]> {
  const latest = which === "open" ? sql`('reopened', 'unmatched')` : sql`('never')`;
  const rows = await rowsOf<Omit<DepositRow, "amount"> & { amount: string | number }>(
    tx,
    sql`select r.receipt_id as "receiptId", r.amount, r.payer, r.value_day::text as "valueDay",
          l.payout_id as "lastPayoutId"
        from bank_receipt r left join lateral (select d.kind, d.payout_id
          from bank_receipt_decision d
          where d.receipt_id = r.receipt_id order by d.seq desc limit 1) l on true
        where r.amount in (select p.amount from payout p
            where p.ledger_transaction_id is not null and p.receipt_id is null and p.amount > 0)
          and (l.kind is null or l.kind in ${latest})
        order by r.value_day, r.receipt_id`,
  );
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
