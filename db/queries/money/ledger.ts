import { and, asc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { ledgerEntry, ledgerTransaction } from "#db/schema/money.ts";

/** One entry of the ledger with its transaction's day and kind. Amounts are yen. */
export interface LedgerLine {
  transactionId: string;
  n: number;
  day: string;
  /** The day on which it counts, where that lay in a month that was closed; else null. */
  valueDay: string | null;
  kind: string;
  account: string;
  debit: number;
  credit: number;
}

const line = {
  transactionId: ledgerEntry.transactionId,
  n: ledgerEntry.n,
  day: ledgerTransaction.day,
  valueDay: ledgerTransaction.valueDay,
  kind: ledgerTransaction.kind,
  account: ledgerEntry.account,
  debit: ledgerEntry.debit,
  credit: ledgerEntry.credit,
};

const ofTransaction = and(
  eq(ledgerEntry.customerId, ledgerTransaction.customerId),
  eq(ledgerEntry.transactionId, ledgerTransaction.transactionId),
);

/** What a machine of a customer has booked, in the order of its history. */
export async function readLedgerOfMachine(
  tx: Handle,
  key: { customerId: string; machineId: string },
): Promise<LedgerLine[]> {
  return tx
    .select(line)
    .from(ledgerTransaction)
    .innerJoin(ledgerEntry, ofTransaction)
    .where(
      and(
        eq(ledgerTransaction.customerId, key.customerId),
        eq(ledgerTransaction.machineId, key.machineId),
      ),
    )
    .orderBy(asc(ledgerTransaction.seq), asc(ledgerEntry.transactionId), asc(ledgerEntry.n));
}
