import { randomUUID } from "node:crypto";
import type { TestDatabase } from "./database.ts";

const samples: Record<string, () => string> = {
  uuid: () => `'${randomUUID()}'`,
  text: () => `'${randomUUID()}'`,
  bigint: () => "1",
  integer: () => String(Math.floor(Math.random() * 2 ** 31)),
  date: () => "'2026-04-01'",
  jsonb: () => "'{}'",
  bytea: () => "'\\x61'",
  boolean: () => "false",
  "timestamp with time zone": () => "'2026-04-01T00:00:00Z'",
};

/** What a table's own rules ask for beyond the types. */
const ruled: Record<string, Record<string, string>> = {
  ledger_entry: { debit: "100", credit: "0" },
  stored_file: { size: "1" },
  matter_note: { side: "'customer'" },
};

/** The tables of the schema that have a column of this name, in alphabetical order. */
export async function tablesWith(test: TestDatabase, column: string): Promise<string[]> {
  const rows = await test.asSuperuser<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = $1
     order by 1`,
    [column],
  );
  return rows.map((row) => row.name);
}

/** An INSERT of one row with every column that must be given, for the customer named. */
export async function sampleInsert(
  test: TestDatabase,
  table: string,
  customerId: string,
): Promise<string> {
  const columns = await test.asSuperuser<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  );
  const values = columns.map(({ name, type }) => {
    if (name === "customer_id") return `'${customerId}'`;
    const sample = ruled[table]?.[name] ?? samples[type]?.();
    if (sample === undefined) throw new Error(`Give ${table}.${name} (${type}) a sample value.`);
    return sample;
  });
  const names = columns.map(({ name }) => `"${name}"`);
  return `insert into "${table}" (${names.join(", ")}) values (${values.join(", ")})`;
}

/** Adds one row to the table as superuser, with triggers asleep: a lone ledger entry can't balance. */
export async function addSample(test: TestDatabase, table: string, customerId: string) {
  const insert = await sampleInsert(test, table, customerId);
  await test.asSuperuser("set session_replication_role = replica");
  await test.asSuperuser(insert);
  await test.asSuperuser("set session_replication_role = origin");
}
