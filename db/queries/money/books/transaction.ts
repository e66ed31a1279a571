import { asc, and, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { customer } from "#db/schema/customer.ts";
import { machine } from "#db/schema/engine.ts";
import { invoice, ledgerEntry, ledgerTransaction } from "#db/schema/money.ts";

/** One transaction of the ledger by its key, or null. */
export async function findTransaction(
  tx: Handle,
  key: { customerId: string; transactionId: string },
) {
  const [head] = await tx
    .select({
      customerId: ledgerTransaction.customerId,
      transactionId: ledgerTransaction.transactionId,
      day: ledgerTransaction.day,
      valueDay: ledgerTransaction.valueDay,
      kind: ledgerTransaction.kind,
      seq: ledgerTransaction.seq,
      recordedAt: ledgerTransaction.recordedAt,
      customerName: customer.name,
      machineKind: machine.kind,
      invoiceId: invoice.invoiceId,
      invoiceNumber: invoice.number,
    })
    .from(ledgerTransaction)
    .leftJoin(customer, eq(customer.customerId, ledgerTransaction.customerId))
    .leftJoin(
      machine,
      and(
        eq(machine.customerId, ledgerTransaction.customerId),
        eq(machine.machineId, ledgerTransaction.machineId),
      ),
    )
    .leftJoin(
      invoice,
      and(
        eq(invoice.customerId, ledgerTransaction.customerId),
        eq(invoice.invoiceId, ledgerTransaction.machineId),
      ),
    )
    .where(
      and(
        eq(ledgerTransaction.customerId, key.customerId),
        eq(ledgerTransaction.transactionId, key.transactionId),
      ),
    );
  if (!head) return null;
  const entries = await tx
    .select({
      n: ledgerEntry.n,
      account: ledgerEntry.account,
      debit: ledgerEntry.debit,
      credit: ledgerEntry.credit,
    })
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.customerId, key.customerId),
        eq(ledgerEntry.transactionId, key.transactionId),
      ),
    )
    .orderBy(asc(ledgerEntry.n));
  return { ...head, entries };
}
