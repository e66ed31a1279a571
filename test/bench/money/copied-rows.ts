import { connect } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";

/** A connection, or a transaction on it. */
export type BareSql = Pick<postgres.Sql, "unsafe">;

/** The names of a table's columns, and of those that are its primary key. */
export interface Columns {
  all: string[];
  keys: string[];
}

/**
 * Opens one connection. What it sends does not wait for more: the driver ends a COPY in a piece of its
 * own, which by default goes 40 ms later.
 */
export function connectBare(url: string): postgres.Sql {
  const { hostname, port } = new URL(url);
  const socket = () => connect({ host: hostname, port: Number(port || 5432), noDelay: true });
  return postgres(url, { max: 1, onnotice: () => {}, socket } as object);
}

/** Names as they stand in a statement. */
export const listOf = (names: readonly string[]): string => names.join(", ");

/** Reads a table's columns in their order. */
export async function columnsOf(sql: postgres.Sql, table: string): Promise<Columns> {
  const rows = await sql<{ name: string; isKey: boolean }[]>`
    select quote_ident(a.attname) as name, a.attnum = any(i.indkey) as "isKey"
    from pg_attribute a join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped
    order by a.attnum`;
  const names = (some: readonly { name: string }[]) => some.map(({ name }) => name);
  return { all: names(rows), keys: names(rows.filter(({ isKey }) => isKey)) };
}

/** How many rows there are of what stands behind "from". */
export async function rowCount(sql: postgres.Sql, from: string): Promise<number> {
  const [row] = await sql.unsafe<{ count: string }[]>(`select count(*) from ${from}`);
  return Number(row?.count);
}

/** A query's rows in the text format of COPY. */
export async function readCopy(sql: postgres.Sql, query: string): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of await sql.unsafe(`copy (${query}) to stdout`).readable()) {
    chunks.push(Buffer.from(chunk as Buffer));
  }
  return chunks;
}

/** Adds such rows to a table. */
export async function writeCopy(sql: BareSql, table: string, rows: Buffer[]): Promise<void> {
  await pipeline(Readable.from(rows), await sql.unsafe(`copy ${table} from stdin`).writable());
}
