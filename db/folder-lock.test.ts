import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startNode } from "#test/helpers/processes.ts";
import { openPglite } from "./client.ts";
import { lockFolder } from "./folder-lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inUse = (pid: number) =>
  `The data folder ${folder} is in use by process ${pid}. Stop that process first.`;

/** Another process that locks the folder and lives until it is told to end. */
async function lockElsewhere() {
  const other = startNode([
    "--input-type=module",
    "--eval",
    `import { lockFolder } from ${JSON.stringify(import.meta.resolve("./folder-lock.ts"))};
     lockFolder(${JSON.stringify(folder)}); console.log("locked"); setInterval(() => {}, 1000);`,
  ]);
  await other.waitFor(/locked/);
  return other;
}

test("a second opening is refused while the first lives, in this process too", async () => {
  const { database } = await openPglite(folder);
  await expect(openPglite(folder)).rejects.toThrow(inUse(process.pid));
  await database.close();
  expect(existsSync(join(folder, "lock"))).toBe(false);
});

test("a folder that another process holds is refused, and taken over after its kill -9", async () => {
  const other = await lockElsewhere();
  expect(() => lockFolder(folder)).toThrow(inUse(other.pid));
  await other.kill("SIGKILL");
  const release = lockFolder(folder);
  expect(readdirSync(folder)).toEqual(["lock"]);
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["a process that is gone", "4194303 1"],
  ["a living process that is not the one that locked", `${process.pid} 1`],
  ["nobody", ""],
])("a lock of %s is taken over", (_, lock) => {
  writeFileSync(join(folder, "lock"), lock);
  lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(inUse(process.pid));
});

test("of many that find a stale lock at once, one gets it", async () => {
  writeFileSync(join(folder, "lock"), "4194303 1");
  const rivals = Array.from({ length: 6 }, () =>
    startNode([
      "--input-type=module",
      "--eval",
      `import { lockFolder } from ${JSON.stringify(import.meta.resolve("./folder-lock.ts"))};
       try { lockFolder(${JSON.stringify(folder)}); console.log("locked"); } catch (error) { console.log("refused:", error.message); }
       setInterval(() => {}, 1000);`,
    ]),
  );
  const outcomes = await Promise.all(
    rivals.map(async (rival) => (await rival.waitFor(/locked|refused: .*/))[0]),
  );
  expect(outcomes.filter((outcome) => outcome === "locked")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome.includes("in use by process"))).toHaveLength(5);
  await Promise.all(rivals.map((rival) => rival.kill("SIGKILL")));
});
