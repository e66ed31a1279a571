import type postgres from "postgres";
import type { BenchDatabase } from "../bench-server.ts";
import {
  columnsOf,
  connectBare,
  listOf,
  readCopy,
  rowCount,
  writeCopy,
  type BareSql,
  type Columns,
} from "./copied-rows.ts";

/** Everything that the issue of an invoice, a bank's file or a payout writes to. */
const tables = [
  ...["customer", "machine", "machine_event", "timer", "effect", "audit", "pgboss.job_common"],
  ...["invoice", "bank_import", "bank_receipt", "bank_receipt_decision", "bank_match"],
  ...["ledger_transaction", "ledger_entry", "payout", "payout_line"],
];

/** A place in the database's time: rows written after it have a later transaction. */
export async function markRows(database: BenchDatabase): Promise<string> {
  const [row] = await database.asSuperuser<{ id: string }>("select pg_current_xact_id() as id");
  return row?.id ?? "0";
}

/** What became of one table: the rows that are new or changed, and how many are gone. */
interface Written {
  table: string;
  columns: Columns;
  rows: Buffer[];
  /** Rows that were there before and changed: they are replaced, not added. */
  changed: number;
  /** Rows that were there and are not now: their keys stand in a table of their own. */
  gone: number;
  count: number;
}

const stage = (table: string) => `stage_${table.replace(".", "_")}`;
const gone = (table: string) => `gone_${table.replace(".", "_")}`;
const sameKey = ({ keys }: Columns, one: string, other: string) =>
  keys.map((key) => `${one}.${key} = ${other}.${key}`).join(" and ");

/** Compares a table with how it was, and lays what bare SQL needs for it into temporary tables. */
async function compare(
  now: postgres.Sql,
  then: postgres.Sql,
  table: string,
  mark: string,
): Promise<Written> {
  const columns = await columnsOf(now, table);
  const rows = await readCopy(now, `select * from ${table} where xmin::text::bigint > ${mark}`);
  const keys = listOf(columns.keys);
  const left = await readCopy(now, `select ${keys} from ${table}`);
  await then.unsafe(`create temp table ${stage(table)} as select * from ${table} with no data`);
  await then.unsafe(`create temp table left_rows as select ${keys} from ${table} with no data`);
  await writeCopy(then, stage(table), rows);
  await writeCopy(then, "left_rows", left);
  await then.unsafe("analyze left_rows");
  const count = await rowCount(then, stage(table));
  const changed = await rowCount(then, `${stage(table)} join ${table} using (${keys})`);
  await then.unsafe(
    `create temp table ${gone(table)} as select ${keys} from ${table} t
     where not exists (select from left_rows l where ${sameKey(columns, "l", "t")})`,
  );
  const gones = await rowCount(then, gone(table));
  await then.unsafe(`drop table left_rows; truncate ${stage(table)}; analyze ${gone(table)}`);
  return { table, columns, rows, changed, gone: gones, count };
}

/** Adds rows as they come from a client; where some replace others, by way of a table without indexes. */
async function write(tx: BareSql, { table, columns, rows, ...written }: Written) {
  if (written.gone > 0) {
    await tx.unsafe(
      `delete from ${table} t using ${gone(table)} g where ${sameKey(columns, "t", "g")}`,
    );
  }
  if (written.changed === 0) return writeCopy(tx, table, rows);
  const others = columns.all.filter((column) => !columns.keys.includes(column));
  await writeCopy(tx, stage(table), rows);
  await tx.unsafe(
    `insert into ${table} select * from ${stage(table)} on conflict (${listOf(columns.keys)})
     do update set ${others.map((column) => `${column} = excluded.${column}`).join(", ")}`,
  );
}

/**
 * How long bare SQL takes for the same rows: all that were written since the mark go into a copy of the
 * database as it was before, so that both sides have the same tables, with as much in them, and the same
 * indexes, constraints and triggers; changed rows are changed there and deleted ones deleted, jobs are
 * written as well, and the rows come from a client, as any program's do. What bare SQL has ahead of every
 * program stays: it knows each row in its last form beforehand, sends it in the format that the
 * server reads quickest (COPY), a statement a table in one transaction, free from row-level security.
 *
 * @param before the copy, which is changed by this
 * @param joins statements without which nobody could know what belongs to what; their time counts
 */
export async function measureBareRows(
  database: BenchDatabase,
  before: BenchDatabase,
  mark: string,
  joins: readonly string[] = [],
): Promise<{ rows: number; seconds: number }> {
  const [now, then] = [connectBare(database.superuserUrl), connectBare(before.superuserUrl)];
  const all: Written[] = [];
  try {
    for (const table of tables) all.push(await compare(now, then, table, mark));
    const parts = all.filter(({ count, gone: deleted }) => count + deleted > 0);
    await then.unsafe("checkpoint");
    const began = performance.now();
    await then.begin(async (tx) => {
      for (const part of parts) await write(tx, part);
      for (const join of joins) await tx.unsafe(join);
    });
    const seconds = (performance.now() - began) / 1000;
    const rows = parts.reduce((sum, { count, gone: deleted }) => sum + count + deleted, 0);
    return { rows, seconds };
  } finally {
    await Promise.all([now.end({ timeout: 5 }), then.end({ timeout: 5 })]);
    // Whoever measures memory next is not to find them.
    for (const { rows } of all) rows.length = 0;
  }
}
