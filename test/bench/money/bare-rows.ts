import type { BenchDatabase } from "../bench-server.ts";

/** Everything that the issue of an invoice or a bank's file writes to. */
const tables = [
  ...["customer", "machine", "machine_event", "timer", "effect", "audit"],
  ...["invoice", "bank_import", "bank_receipt", "bank_receipt_decision", "bank_match"],
  ...["ledger_transaction", "ledger_entry"],
];

/** A place in the database's time: rows written after it have a later transaction. */
export async function markRows(database: BenchDatabase): Promise<string> {
  const [row] = await database.asSuperuser<{ id: string }>("select pg_current_xact_id() as id");
  return row?.id ?? "0";
}

/**
 * How long bare SQL takes to write the same rows: all that were written since the mark, inserted in
 * one transaction, a statement a table, into empty tables with the same indexes and constraints. Rows that
 * were changed are counted as inserted, which is less work. Jobs are left out.
 */
export async function measureBareRows(
  database: BenchDatabase,
  mark: string,
): Promise<{ rows: number; seconds: number }> {
  let rows = 0;
  for (const table of tables) {
    await database.asSuperuser(`create table bare_${table} (like ${table} including all)`);
    await database.asSuperuser(
      `create temp table new_${table} as select * from ${table} where xmin::text::bigint > ${mark}`,
    );
    const [found] = await database.asSuperuser<{ count: string }>(
      `select count(*) from new_${table}`,
    );
    rows += Number(found?.count);
  }
  const inserts = tables.map((table) => `insert into bare_${table} select * from new_${table};`);
  await database.asSuperuser("checkpoint");
  const began = performance.now();
  await database.asSuperuser(`begin; ${inserts.join(" ")} commit;`);
  const seconds = (performance.now() - began) / 1000;
  for (const table of tables) {
    await database.asSuperuser(`drop table bare_${table}, new_${table}`);
  }
  return { rows, seconds };
}
