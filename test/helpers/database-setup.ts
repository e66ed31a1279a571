import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migratePglite, migratePostgres } from "#db/migrate.ts";
import { startPostgres } from "./postgres-server.ts";

/** What the test files of one run copy their databases from. */
export type DatabaseTemplate =
  | { kind: "pglite"; dump: string }
  | { kind: "postgres"; superuserUrl: string; login: string; password: string; name: string };

declare module "vitest" {
  export interface ProvidedContext {
    databaseTemplate: DatabaseTemplate;
  }
}

type Teardown = () => Promise<void>;

/** The same server, another database or another user. */
export function changeUrl(
  url: string,
  parts: { database?: string; user?: string; password?: string },
) {
  const changed = new URL(url);
  if (parts.database !== undefined) changed.pathname = `/${parts.database}`;
  if (parts.user !== undefined) changed.username = parts.user;
  if (parts.password !== undefined) changed.password = parts.password;
  return changed.href;
}

async function makePgliteTemplate(): Promise<[DatabaseTemplate, Teardown]> {
  const folder = mkdtempSync(join(tmpdir(), "portal-template-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  const client = await PGlite.create();
  await migratePglite(client);
  const dump = join(folder, "template.tar");
  writeFileSync(dump, Buffer.from(await (await client.dumpDataDir("none")).arrayBuffer()));
  await client.close();
  return [{ kind: "pglite", dump }, async () => remove()];
}

/**
 * On the given server or one of our own: a migrated template, and a login that is no superuser, as
 * in production. On a given server the portal's roles stay behind, since others may use them.
 */
async function makePostgresTemplate(given?: string): Promise<[DatabaseTemplate, Teardown]> {
  const own = given === undefined ? await startPostgres() : undefined;
  const superuserUrl = given ?? own?.url ?? "";
  const run = randomBytes(4).toString("hex");
  const [name, login] = [`portal_template_${run}`, `portal_login_${run}`];
  const password = randomBytes(16).toString("hex");
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  const teardown = async () => {
    if (own) {
      await superuser.end({ timeout: 1 });
      return own.close();
    }
    await superuser.unsafe(`drop database if exists ${name} with (force)`);
    await superuser.unsafe(`drop role if exists ${login}`);
    await superuser.end({ timeout: 5 });
  };
  try {
    await superuser.unsafe(`create role ${login} login noinherit password '${password}'`);
    await superuser.unsafe(`create database ${name}`);
    await migratePostgres(changeUrl(superuserUrl, { database: name }), login);
  } catch (error) {
    await teardown();
    throw error;
  }
  return [{ kind: "postgres", superuserUrl, login, password, name }, teardown];
}

/** Runs once before the test files of a project that needs a database; returns what runs after them. */
export default async function setup(project: TestProject): Promise<Teardown> {
  const kind = process.env["TEST_DATABASE"] ?? "pglite";
  if (kind !== "pglite" && kind !== "postgres") {
    throw new Error(`TEST_DATABASE is "${kind}"; set it to pglite or postgres.`);
  }
  const [template, teardown] = await (kind === "postgres"
    ? makePostgresTemplate(process.env["TEST_DATABASE_URL"] || undefined)
    : makePgliteTemplate());
  project.provide("databaseTemplate", template);
  return teardown;
}
