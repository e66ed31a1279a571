import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "./client.ts";
import { migrationFiles } from "./migration-files.ts";

/** The migrations that this release brings and the database lacks; those of a newer one don't matter. */
export async function missingMigrations(tx: Handle): Promise<string[]> {
  const landed = await rowsOf<{ name: string }>(tx, sql`select name from portal_migration`);
  const names = new Set(landed.map(({ name }) => name));
  return migrationFiles()
    .map(({ name }) => name)
    .filter((name) => !names.has(name));
}
