import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import { migrationFiles } from "./migration-files.ts";

/** What the migrator needs of a driver: several statements at once, and rows of one. */
interface Runner {
  run(text: string): Promise<void>;
  rows<Row>(text: string): Promise<Row[]>;
}

const roles = ["portal_owner", "portal_app", "portal_engine", "portal_auth", "portal_staff"];

/** Roles belong to the server, so another database's migration may be making them right now. */
const makeRoles = roles
  .map(
    (role) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} nologin noinherit nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;`,
  )
  .join("\n");

const prepare = `
select pg_advisory_lock(727001);
${makeRoles}
do $$ begin
  execute format('grant create on database %I to portal_owner', current_database());
  execute format('grant portal_owner, portal_app, portal_engine, portal_auth, portal_staff to %I', current_user);
end $$;
grant usage, create on schema public to portal_owner;
grant usage on schema public to portal_app, portal_engine, portal_auth, portal_staff;
set role portal_owner;
create table if not exists portal_migration (
  name text primary key, hash text not null, applied_at timestamptz not null default now()
);
`;

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

async function applyFiles(runner: Runner): Promise<string[]> {
  await runner.run(prepare);
  const landed = await runner.rows<{ name: string; hash: string }>(
    "select name, hash from portal_migration",
  );
  const hashes = new Map(landed.map((row) => [row.name, row.hash]));
  const applied: string[] = [];
  for (const { name, path } of migrationFiles()) {
    const text = readFileSync(path, "utf8");
    const hash = createHash("sha256").update(text).digest("hex");
    const before = hashes.get(name);
    if (before === hash) continue;
    if (before !== undefined) {
      throw new Error(`Migration ${name} was edited after it landed. Add a new one instead.`);
    }
    await runner.run(
      `begin;\n${text}\n;insert into portal_migration (name, hash) values (${quote(name)}, '${hash}');\ncommit;`,
    );
    applied.push(name);
  }
  return applied;
}

/** Applies what is missing, each file in a transaction; an edited landed file stops it. */
async function applyMissing(runner: Runner): Promise<string[]> {
  try {
    return await applyFiles(runner);
  } finally {
    // A failed file leaves its transaction open, and on the embedded database this session goes on.
    await runner.run("rollback");
    await runner.run("reset role; select pg_advisory_unlock(727001);");
  }
}

/**
 * Brings a PostgreSQL database to the present schema. `loginRole` (the user of `DATABASE_URL`, where
 * another one migrates) is granted the portal's roles. Returns the names of the files applied.
 */
export async function migratePostgres(url: string, loginRole?: string): Promise<string[]> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const applied = await applyMissing({
      run: async (text) => void (await connection.unsafe(text).simple()),
      rows: async <Row>(text: string) => [...(await connection.unsafe(text))] as Row[],
    });
    if (loginRole !== undefined) {
      await connection.unsafe(
        `grant portal_app, portal_engine, portal_auth, portal_staff to "${loginRole.replaceAll('"', '""')}"`,
      );
    }
    return applied;
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/** Brings the embedded database to the present schema. Returns the names of the files applied. */
export async function migratePglite(client: PGlite): Promise<string[]> {
  return applyMissing({
    run: async (text) => void (await client.exec(text)),
    rows: async <Row>(text: string) => (await client.query<Row>(text)).rows,
  });
}
