import { randomBytes } from "node:crypto";
import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import { inject } from "vitest";
import { openPostgres, overPglite, type Database } from "#db/client.ts";
import { migratePglite, migratePostgres } from "#db/migrate.ts";
import { changeUrl, type DatabaseTemplate } from "./database-setup.ts";

export interface TestDatabase {
  readonly database: Database;
  /** Where other processes reach it, as the portal's own login; only on PostgreSQL. */
  readonly url?: string;
  /** The superuser's address of this database; only on PostgreSQL. */
  readonly superuserUrl?: string;
  /**
   * Runs one statement as superuser, outside row-level security: for what a test must see or arrange
   * behind the portal's back. `parameters` stand for `$1`, `$2` … Never inside a transaction: the
   * embedded database has one connection.
   */
  asSuperuser<Row>(text: string, parameters?: unknown[]): Promise<Row[]>;
  /** Runs the migrations again. Returns the names of the files applied. */
  migrate(): Promise<string[]>;
  /** Closes and deletes the database. */
  close(): Promise<void>;
}

/** A database for other processes: an address on PostgreSQL, else a data folder for `openPglite`. */
export type TestStore = { close(): Promise<void> } & (
  | { readonly kind: "postgres"; readonly url: string; readonly superuserUrl: string }
  | { readonly kind: "pglite"; readonly folder: string }
);

type PostgresTemplate = Extract<DatabaseTemplate, { kind: "postgres" }>;
const quiet = { max: 1, onnotice: () => {} };

async function copyPostgres(template: PostgresTemplate) {
  const name = `portal_test_${randomBytes(6).toString("hex")}`;
  const maintenance = postgres(template.superuserUrl, quiet);
  await maintenance.unsafe(`create database ${name} template ${template.name}`);
  const superuserUrl = changeUrl(template.superuserUrl, { database: name });
  const { login: user, password } = template;
  return {
    superuserUrl,
    url: changeUrl(superuserUrl, { user, password }),
    drop: async () => {
      await maintenance.unsafe(`drop database ${name} with (force)`);
      await maintenance.end({ timeout: 5 });
    },
  };
}

async function openPgliteCopy(dump: string): Promise<TestDatabase> {
  const client = await PGlite.create({ loadDataDir: await openAsBlob(dump) });
  const database = overPglite(client);
  return {
    database,
    asSuperuser: async <Row>(text: string, parameters: unknown[] = []) =>
      (await client.query<Row>(text, parameters)).rows,
    migrate: () => migratePglite(client),
    close: () => database.close(),
  };
}

async function openPostgresCopy(
  template: PostgresTemplate,
  poolSize: number,
): Promise<TestDatabase> {
  const { url, superuserUrl, drop } = await copyPostgres(template);
  const superuser = postgres(superuserUrl, quiet);
  const database = openPostgres(url, poolSize);
  return {
    database,
    url,
    superuserUrl,
    asSuperuser: async <Row>(text: string, parameters: unknown[] = []) => [
      ...(await superuser.unsafe<Row[] & object[]>(text, parameters as never[])),
    ],
    migrate: () => migratePostgres(superuserUrl),
    close: async () => {
      await Promise.all([database.close(), superuser.end({ timeout: 5 })]);
      await drop();
    },
  };
}

/**
 * A migrated, empty database of the test file's own: in memory, or on PostgreSQL where the run has
 * `TEST_DATABASE=postgres`. `poolSize` is the number of connections for transactions there.
 */
export async function openTestDatabase({ poolSize = 10 } = {}): Promise<TestDatabase> {
  const template = inject("databaseTemplate");
  return template.kind === "pglite"
    ? openPgliteCopy(template.dump)
    : openPostgresCopy(template, poolSize);
}

/** A migrated, empty database for processes that the test starts; `close` it after their end. */
export async function makeTestStore(): Promise<TestStore> {
  const template = inject("databaseTemplate");
  if (template.kind === "postgres") {
    const { url, superuserUrl, drop } = await copyPostgres(template);
    return { kind: "postgres", url, superuserUrl, close: drop };
  }
  const folder = mkdtempSync(join(tmpdir(), "portal-store-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  const loadDataDir = await openAsBlob(template.dump);
  const client = await PGlite.create({ dataDir: join(folder, "pglite"), loadDataDir });
  await client.close();
  return {
    kind: "pglite",
    folder,
    close: async () => remove(),
  };
}
