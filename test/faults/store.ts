import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import { openPostgres, overPglite } from "#db/client.ts";
import { migratePostgres } from "#db/migrate.ts";
import type { TestDatabase, TestStore } from "#test/helpers/database.ts";
import { changeUrl } from "#test/helpers/database-setup.ts";
import { startPostgres, type PostgresServer } from "#test/helpers/postgres-server.ts";
import type { StoreVariables } from "./portal-process.ts";

/** An empty data folder that the portal fills itself. */
function makeFolder(): TestStore {
  const folder = mkdtempSync(join(tmpdir(), "portal-faults-"));
  return {
    kind: "pglite",
    folder,
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The portal's login on a server of our own. */
const login = "portal_faults";

/** A migrated database of its own, with the server that can be stopped under it. */
export interface StoppableStore {
  store: Extract<TestStore, { kind: "postgres" }>;
  server: PostgresServer;
  /** The portal's login. */
  login: string;
}

/** A migrated database on a PostgreSQL of its own that keeps what it acknowledged (fsync on). */
export async function makeStoppableStore(): Promise<StoppableStore> {
  const server = await startPostgres({ durable: true });
  const [user, password] = [login, randomBytes(16).toString("hex")];
  const superuser = postgres(server.url, { max: 1, onnotice: () => {} });
  await superuser.unsafe(`create role ${user} login noinherit password '${password}'`);
  await superuser.unsafe("create database portal_faults");
  await superuser.end({ timeout: 5 });
  const superuserUrl = changeUrl(server.url, { database: "portal_faults" });
  await migratePostgres(superuserUrl, user);
  const url = changeUrl(superuserUrl, { user, password });
  return { store: { kind: "postgres", url, superuserUrl, close: server.close }, server, login };
}

/** A store for one run outside Vitest. */
export async function makeStore(kind: TestStore["kind"]): Promise<TestStore> {
  return kind === "postgres" ? (await makeStoppableStore()).store : makeFolder();
}

/** How the portal finds the store. */
export function variablesOf(store: TestStore): StoreVariables {
  return store.kind === "postgres" ? { DATABASE_URL: store.url } : { DATA: store.folder };
}

type Opened = Pick<TestDatabase, "database" | "asSuperuser" | "close">;

/** Opens what the portal left behind. On the embedded database nobody else may have it open. */
export async function openLeftBehind(store: TestStore): Promise<Opened> {
  if (store.kind === "pglite") {
    const client = await PGlite.create({ dataDir: join(store.folder, "pglite") });
    const database = overPglite(client);
    return {
      database,
      asSuperuser: async <Row>(text: string, parameters: unknown[] = []) =>
        (await client.query<Row>(text, parameters)).rows,
      close: () => database.close(),
    };
  }
  const superuser = postgres(store.superuserUrl, { max: 1, onnotice: () => {} });
  const database = openPostgres(store.url);
  return {
    database,
    asSuperuser: async <Row>(text: string, parameters: unknown[] = []) => [
      ...(await superuser.unsafe<Row[] & object[]>(text, parameters as never[])),
    ],
    close: async () => {
      await Promise.all([database.close(), superuser.end({ timeout: 5 })]);
    },
  };
}
