import { and, asc, desc, eq, getTableColumns, max, sql, type SQL } from "drizzle-orm";
import { preparedRows, rowsOf, type Handle } from "#db/client.ts";
import { bankImport, bankMatch, bankReceipt, bankReceiptDecision } from "#db/schema/bank.ts";
import { customer } from "#db/schema/customer.ts";
import { payout } from "#db/schema/operator.ts";
import type { ReceiptRow } from "./write-import.ts";

export type DecisionRow = typeof bankReceiptDecision.$inferSelect;

/** How a receipt stands: nobody has decided, it was matched to a customer, or it is none's. */
export type ReceiptState = "open" | "matched" | "setAside";

const latest = sql`(select d.kind from bank_receipt_decision d
  where d.receipt_id = ${bankReceipt.receiptId} order by d.seq desc limit 1)`;

const conditions: Record<ReceiptState, SQL> = {
  open: sql`coalesce(${latest}, 'reopened') in ('reopened', 'unmatched')`,
  matched: sql`${latest} = 'matched'`,
  setAside: sql`${latest} = 'setAside'`,
};

/** Every receipt that nobody has decided on, the earliest first. */
export async function readOpenReceipts(tx: Handle): Promise<ReceiptRow[]> {
  return tx
    .select()
    .from(bankReceipt)
    .where(conditions.open)
    .orderBy(asc(bankReceipt.valueDay), asc(bankReceipt.importId), asc(bankReceipt.line));
}

/** The receipts on which anything was decided, with the number of the latest decision. */
export async function readLatestSeqs(tx: Handle): Promise<Map<string, number>> {
  const rows = await tx
    .select({ receiptId: bankReceiptDecision.receiptId, seq: max(bankReceiptDecision.seq) })
    .from(bankReceiptDecision)
    .groupBy(bankReceiptDecision.receiptId);
  return new Map(rows.map(({ receiptId, seq }) => [receiptId, seq ?? 0]));
}

/** A page of the receipts in a state, the latest first, with the customer or the payout of those that are matched. */
export async function listReceipts(
  tx: Handle,
  state: ReceiptState,
  page: { offset: number; limit: number },
) {
  return tx
    .select({
      ...getTableColumns(bankReceipt),
      customerId: bankMatch.customerId,
      customerName: customer.name,
      credit: bankMatch.credit,
      payoutId: payout.payoutId,
    })
    .from(bankReceipt)
    .leftJoin(
      bankMatch,
      and(eq(bankMatch.receiptId, bankReceipt.receiptId), eq(bankMatch.status, "applied")),
    )
    .leftJoin(customer, eq(customer.customerId, bankMatch.customerId))
    .leftJoin(payout, eq(payout.receiptId, bankReceipt.receiptId))
    .where(conditions[state])
    .orderBy(desc(bankReceipt.valueDay), asc(bankReceipt.line), asc(bankReceipt.receiptId))
    .offset(page.offset)
    .limit(page.limit);
}

/** How many receipts are in each state, and what they come to in yen. */
export async function sumReceipts(
  tx: Handle,
): Promise<Record<ReceiptState, { count: number; amount: number }>> {
  const rows = await rowsOf<{ state: ReceiptState; count: number; amount: string | number }>(
    tx,
    sql`select case coalesce(l.kind, 'reopened') when 'matched' then 'matched'
            when 'setAside' then 'setAside' else 'open' end as state,
          count(*)::int as count, sum(r.amount) as amount
        from bank_receipt r left join lateral (select d.kind from bank_receipt_decision d
          where d.receipt_id = r.receipt_id order by d.seq desc limit 1) l on true
        group by 1`,
  );
  const sumOf = (state: ReceiptState) => {
    const row = rows.find((each) => each.state === state);
    return { count: row?.count ?? 0, amount: Number(row?.amount ?? 0) };
  };
  return { open: sumOf("open"), matched: sumOf("matched"), setAside: sumOf("setAside") };
}

/** A receipt with the name of its file, or null. */
export async function findReceipt(tx: Handle, receiptId: string) {
  const [row] = await tx
    .select({ ...getTableColumns(bankReceipt), fileName: bankImport.name })
    .from(bankReceipt)
    .innerJoin(bankImport, eq(bankImport.importId, bankReceipt.importId))
    .where(eq(bankReceipt.receiptId, receiptId));
  return row ?? null;
}

/** What was decided about a receipt, the earliest first. */
export async function readDecisions(tx: Handle, receiptId: string): Promise<DecisionRow[]> {
  return tx
    .select()
    .from(bankReceiptDecision)
    .where(eq(bankReceiptDecision.receiptId, receiptId))
    .orderBy(asc(bankReceiptDecision.seq));
}

/** The matches of a receipt with their customers' names, whether they hold or were reversed. */
export async function readMatches(tx: Handle, receiptId: string) {
  return tx
    .select({ ...getTableColumns(bankMatch), customerName: customer.name })
    .from(bankMatch)
    .innerJoin(customer, eq(customer.customerId, bankMatch.customerId))
    .where(eq(bankMatch.receiptId, receiptId));
}

/**
 * Appends a decision; false where another was quicker. A file brings thousands of them, each beside its
 * match's command, so that the statement is prepared.
 */
export async function writeDecision(tx: Handle, row: DecisionRow): Promise<boolean> {
  const columns = Object.entries(getTableColumns(bankReceiptDecision));
  const names = Object.fromEntries(
    columns.map(([member, { name }]) => [name, row[member as keyof DecisionRow]]),
  );
  const written = await preparedRows(
    tx,
    sql`insert into bank_receipt_decision
        select * from jsonb_populate_record(null::bank_receipt_decision,
          ${JSON.stringify(names)}::jsonb)
        on conflict do nothing returning seq`,
  );
  return written.length > 0;
}
