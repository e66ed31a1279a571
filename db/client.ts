import { mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { sql, type SQL } from "drizzle-orm";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { postgres } from "./postgres-driver.ts";
import { lockFolder } from "./folder-lock.ts";
import { actingAs } from "./pglite-role.ts";
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

async function enter(tx: Handle, scope: Scope): Promise<void> {
  const tenant = scope.role === "portal_app" ? scope.customerId : "";
  await tx.execute(
    sql`select set_config('role', ${scope.role}, true), set_config('app.tenant', ${tenant}, true)`,
  );
}

/**
 * Opens PostgreSQL. Transactions have a pool that does nothing else: under postgres.js a pool that
 * mixes them with plain queries can lose an acknowledged write when its pipeline is full.
 */
export function openPostgres(url: string, poolSize = 10): Database {
  const quiet = { onnotice: () => {} };
  const transactions = postgres(url, { ...quiet, max: poolSize });
  const accounts = postgres(url, { ...quiet, max: 4, connection: { role: "portal_auth" } });
  const handle = drizzlePostgres(transactions) as unknown as Handle;
  const pool = followPool(poolSize);
  return {
    kind: "postgres",
    transaction: (scope, work) =>
      pool.during((begun) =>
        handle.transaction(async (tx) => {
          begun();
          await enter(tx as Handle, scope);
          return work(tx as Handle);
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
        handle.transaction(async (tx) => {
          begun();
          await enter(tx as Handle, scope);
          return work(tx as Handle);
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

/** Rows of a raw statement, whichever driver ran it. */
export async function rowsOf<Row>(tx: Handle, statement: SQL): Promise<Row[]> {
  const result = (await tx.execute(statement)) as unknown;
  if (Array.isArray(result)) return [...result] as Row[];
  return (result as { rows: Row[] }).rows;
}
