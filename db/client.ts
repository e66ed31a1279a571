import { mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { sql, type SQL } from "drizzle-orm";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { postgres } from "./postgres-driver.ts";
import { lockFolder } from "./folder-lock.ts";
import { actingAs } from "./pglite-role.ts";
import { pipelined } from "./pipeline.ts";
import { followPool, type PoolUse } from "./pool-use.ts";

/** One handle type for both drivers; inside `transaction` it is the transaction's own. */
export type Handle = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** Who speaks to the database; row-level security follows from it. */
export type Scope =
  | { role: "portal_app"; customerId: string }
  | { role: "portal_engine" }
  | { role: "portal_staff" }
  | { role: "portal_auth" };

/** Where pg-boss finds its database: a connection of its own, or the embedded one. */
export type JobStore =
  | { kind: "postgres"; connectionString: string; options: string }
  | { kind: "pglite"; client: ReturnType<typeof actingAs> };

export interface Database {
  readonly kind: "postgres" | "pglite";
  /**
   * Runs `work` in one transaction under the scope's role and tenant, both set for this transaction
   * only. Use nothing but the handle given: the embedded database has a single connection.
   */
  transaction<T>(scope: Scope, work: (tx: Handle) => Promise<T>): Promise<T>;
  /** The account library's handle: every statement of it runs as `portal_auth`. */
  readonly accounts: Handle;
  readonly jobStore: JobStore;
  /** Answers whether the database takes statements now. */
  ping(): Promise<void>;
  /** How the connections for transactions are used now. */
  pool(): PoolUse;
  close(): Promise<void>;
}

async function setScope(tx: Handle, scope: Scope): Promise<void> {
  const tenant = scope.role === "portal_app" ? scope.customerId : "";
  await preparedRows(
    tx,
    sql`select set_config('role', ${scope.role}, true), set_config('app.tenant', ${tenant}, true)`,
  );
}

/** Does `work` under the scope; its first statements go out behind the one that sets the scope. */
async function under<T>(tx: Handle, scope: Scope, work: (tx: Handle) => Promise<T>): Promise<T> {
  const [, result] = await pipelined([setScope(tx, scope), work(tx)]);
  return result;
}

/**
 * What the planner is told of each connection. It takes the rows of a JSON parameter for a hundred: by its
 * default, made for turning disks, it then reads whole tables of some ten thousand rows rather than an
 * index (measured: 4.0 ms for the writes of a command, with this 0.6 ms).
 */
export const plannerSettings = { random_page_cost: "1.1" } as const;

/**
 * Opens PostgreSQL. Transactions have a pool that does nothing else: under postgres.js a pool that
 * mixes them with plain queries can lose an acknowledged write when its pipeline is full.
 */
export function openPostgres(url: string, poolSize = 10): Database {
  const quiet = { onnotice: () => {} };
  const connection = { ...plannerSettings };
  const transactions = postgres(url, { ...quiet, max: poolSize, connection });
  const accounts = postgres(url, { ...quiet, max: 4, connection: { role: "portal_auth" } });
  const handle = drizzlePostgres(transactions) as unknown as Handle;
  const pool = followPool(poolSize);
  return {
    kind: "postgres",
    transaction: (scope, work) =>
      pool.during((begun) =>
        handle.transaction((tx) => {
          begun();
          return under(tx as Handle, scope, work);
        }),
      ),
    pool: () => pool.read(),
    accounts: drizzlePostgres(accounts) as unknown as Handle,
    jobStore: { kind: "postgres", connectionString: url, options: "-c role=portal_engine" },
    ping: () => handle.transaction(async (tx) => void (await tx.execute(sql`select 1`))),
    close: async () => {
      await Promise.all([transactions.end({ timeout: 5 }), accounts.end({ timeout: 5 })]);
    },
  };
}

/** Wraps a PGlite instance; `release` runs after it is closed. */
export function overPglite(client: PGlite, release: () => void = () => {}): Database {
  const handle = drizzlePglite(client) as unknown as Handle;
  const pool = followPool(1);
  return {
    kind: "pglite",
    transaction: (scope, work) =>
      pool.during((begun) =>
        handle.transaction((tx) => {
          begun();
          return under(tx as Handle, scope, work);
        }),
      ),
    pool: () => pool.read(),
    accounts: drizzlePglite(actingAs(client, "portal_auth") as PGlite) as unknown as Handle,
    jobStore: { kind: "pglite", client: actingAs(client, "portal_engine") },
    ping: async () => void (await client.query("select 1")),
    close: async () => {
      await client.close();
      release();
    },
  };
}

/** Opens the embedded database in a folder that no other process may hold open. */
export async function openPglite(folder: string): Promise<{ database: Database; client: PGlite }> {
  mkdirSync(folder, { recursive: true });
  const release = lockFolder(folder);
  const client = await PGlite.create({ dataDir: `${folder}/pglite` });
  return { database: overPglite(client, release), client };
}

const rowsIn = <Row>(result: unknown): Row[] =>
  Array.isArray(result) ? [...(result as Row[])] : (result as { rows: Row[] }).rows;

/** Rows of a raw statement, whichever driver ran it. */
export async function rowsOf<Row>(tx: Handle, statement: SQL): Promise<Row[]> {
  return rowsIn(await tx.execute(statement));
}

/** What Drizzle offers its own builders only: a statement under a name is parsed and planned once. */
interface Preparing {
  dialect: { sqlToQuery(statement: SQL): { sql: string; params: unknown[] } };
  session: {
    prepareQuery(
      query: { sql: string; params: unknown[] },
      fields: undefined,
      name: string,
      isArray: boolean,
    ): { execute(): Promise<unknown> };
  };
}

/**
 * Rows of a statement that a connection runs again and again: it is parsed and planned there once. For
 * statements of few and constant texts; the connection keeps each of them.
 */
export async function preparedRows<Row>(tx: Handle, statement: SQL): Promise<Row[]> {
  const { dialect } = tx as unknown as Preparing;
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return preparedTextRows(tx, text, params);
}

/** The same for a text with `$1`, `$2` … for its parameters. */
export async function preparedTextRows<Row>(
  tx: Handle,
  text: string,
  params: unknown[],
): Promise<Row[]> {
  const { session } = tx as unknown as Preparing;
  const query = { sql: text, params };
  return rowsIn(await session.prepareQuery(query, undefined, "prepared", false).execute());
}
