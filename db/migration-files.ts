import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Beside this file in the source tree; the built bundle is started from the project's folder. */
const folder = join(process.cwd(), "db", "migrations");

/** The numbered migrations in the order in which they apply. Throws where a number stands twice. */
export function migrationFiles(): { name: string; path: string }[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .toSorted();
  const numbers = new Set(names.map((name) => name.slice(0, 4)));
  if (numbers.size !== names.length) throw new Error("Two migrations have the same number.");
  return names.map((name) => ({ name, path: join(folder, name) }));
}
