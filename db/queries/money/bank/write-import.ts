import { eq, sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import { bankImport } from "#db/schema/bank.ts";
import type { bankReceipt } from "#db/schema/bank.ts";
import { ledgerEntry, ledgerTransaction } from "#db/schema/money.ts";
import type { Posting } from "#machines/engine/outgoing.ts";

type ImportRow = typeof bankImport.$inferInsert;
export type ReceiptRow = typeof bankReceipt.$inferSelect;

/** Whether a file with this digest has been taken in. */
export async function findImport(tx: Handle, sha256: string): Promise<ImportRow | null> {
  const [row] = await tx.select().from(bankImport).where(eq(bankImport.sha256, sha256));
  return row ?? null;
}

/** Which of these lines are known from earlier files, by their digests. */
export async function readKnown(tx: Handle, identities: readonly string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ identity: string }>(
    tx,
    sql`select identity from bank_receipt where identity in
          (select value from jsonb_array_elements_text(${JSON.stringify(identities)}::jsonb))`,
  );
  return new Set(rows.map(({ identity }) => identity));
}

/** A ledger transaction of what came in on one day; its id comes from file and day. */
export interface ImportBooking {
  transactionId: string;
  day: string;
  postings: readonly Posting[];
}

/**
 * Writes a bank's file with its new receipts and what they come to in the ledger, under the operator's
 * reserved customer. The caller holds its lock and has left out the lines that are known.
 */
export async function writeImport(
  tx: Handle,
  row: ImportRow,
  receipts: readonly ReceiptRow[],
  customerId: string,
  bookings: readonly ImportBooking[],
): Promise<void> {
  await tx.insert(bankImport).values(row);
  if (receipts.length > 0) {
    const rows = receipts.map((receipt) => ({
      ...{ receipt_id: receipt.receiptId, import_id: receipt.importId, line: receipt.line },
      ...{ identity: receipt.identity, booked_day: receipt.bookedDay, value_day: receipt.valueDay },
      ...{ amount: receipt.amount, payer: receipt.payer, payer_key: receipt.payerKey },
      ...{ reference: receipt.reference, bank: receipt.bank },
    }));
    await rowsOf(
      tx,
      sql`insert into bank_receipt
          select * from jsonb_populate_recordset(null::bank_receipt, ${JSON.stringify(rows)}::jsonb)`,
    );
  }
  if (bookings.length === 0) return;
  await tx.insert(ledgerTransaction).values(
    bookings.map(({ transactionId, day }) => ({
      ...{ customerId, transactionId, machineId: row.importId, seq: 0 },
      ...{ kind: "bankImport", day, recordedAt: row.importedAt },
    })),
  );
  await tx
    .insert(ledgerEntry)
    .values(
      bookings.flatMap(({ transactionId, postings }) =>
        postings.map((posting, n) => ({ customerId, transactionId, n, ...posting })),
      ),
    );
}
