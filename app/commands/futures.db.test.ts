import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDispatch } from "#app/workflow/dispatch.ts";
import { startJobs } from "#app/workflow/jobs.ts";
import { sweep } from "#app/workflow/sweep.ts";
import { openPglite, openPostgres, type Database } from "#db/client.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { makeTestStore, type TestStore } from "#test/helpers/database.ts";
import { submit } from "#test/helpers/sample-events.ts";

const [first, second] = [customerIds(1), customerIds(2)];
const folder = mkdtempSync(join(tmpdir(), "futures-"));
const project = join(folder, "project");
const demo = join(folder, "demo");

let store: TestStore;

/** Two contracts that start on 2025-04-01; the second one ends with its first term. */
async function live(database: Database): Promise<void> {
  let now = "";
  const clock = { now: async () => new Date(now) };
  const jobs = await startJobs(database, () => {}, false);
  const dispatch = createDispatch({ database, jobs, clock });
  try {
    for (const { customerId, contract, n } of [first, second]) {
      await database.transaction({ role: "portal_engine" }, (tx) =>
        tx.execute(sql`insert into customer (customer_id, number, name, created_at)
          values (${customerId}, ${n}, 'Customer', '2025-01-01')`),
      );
      const send = async (sender: "owner" | "operations", day: string, event: MachineEvent) => {
        now = moment(day);
        const command = { ...contract, commandId: event.type, actor: actorOf(sender), event };
        const outcome = await dispatch({ ...command, receivedAt: now });
        expect(outcome).toMatchObject({ ok: true });
      };
      await send("owner", "2025-03-03", { type: "openDraft" });
      await send("owner", "2025-03-03", submit("2025-04-01"));
      await send("operations", "2025-03-03", { type: "verifyMaintenance" });
      await send("operations", "2025-03-03", { type: "accept" });
      await send("operations", "2025-03-03", { type: "setStart", startDay: "2025-04-01" });
      if (n === 2) await send("owner", "2025-03-04", { type: "cancel", wish: null });
    }
    now = moment("2025-04-02");
    await sweep({ database, jobs, clock });
  } finally {
    await jobs.stop();
  }
}

function git(...args: string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.jp"];
  const { status, stderr } = spawnSync("git", [...identity, ...args], { cwd: project });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr.toString()}`);
}

/** Commits the machines with one line changed, and changes it back. */
function release(path: string, was: string, is: string): void {
  const file = join(project, path);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(was);
  writeFileSync(file, text.replace(was, is));
  git("add", "machines", "package.json");
  git("commit", "-q", "-m", `Let ${is} hold`);
  writeFileSync(file, text);
}

/** The project in a repository of its own, with two earlier releases of the machines. */
function makeRepository(): void {
  const filter = (path: string) => !/\.test\.tsx?$/.test(path);
  for (const path of ["machines", "db", "app/commands", "package.json"]) {
    cpSync(path, join(project, path), { recursive: true, filter });
  }
  symlinkSync(resolve("node_modules"), join(project, "node_modules"), "dir");
  git("init", "-q");
  git("add", "package.json", "machines/calendar.ts");
  git("commit", "-q", "-m", "Begin");
  release("machines/terms/a10-term.ts", "noticeMonths: 2", "noticeMonths: 3");
  release("machines/terms/a12-fees.ts", "dueMonthsAfterIssue: 1", "dueMonthsAfterIssue: 2");
  git("commit", "-q", "-a", "-m", "Release");
}

function futures(...args: string[]) {
  const names = store.kind === "postgres" ? { DATABASE_URL: store.url } : { DEMO_DATA: demo };
  const { DATABASE_URL: _url, DEMO_DATA: _demo, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, "app/commands/futures.ts"), ...args],
    { encoding: "utf8", env: { ...rest, ...names } },
  );
  return { status, stdout, stderr };
}
const from = ["--from", "2025-04-02"];

beforeAll(async () => {
  store = await makeTestStore();
  if (store.kind === "pglite") {
    mkdirSync(demo);
    symlinkSync(store.folder, join(demo, "database"), "dir");
  }
  const database =
    store.kind === "postgres"
      ? openPostgres(store.url, 2)
      : (await openPglite(store.folder)).database;
  await live(database);
  await database.close();
  makeRepository();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe("the futures of living contracts", () => {
  test("are the same under the same machines", () => {
    const same = futures("--against", "HEAD", ...from);
    expect(same).toEqual({
      ...{ status: 0, stderr: "" },
      stdout: "0 of 2 living contracts differ within 24 months\n",
    });
  });

  test("differ in each date that another notice period moves, an object a line", () => {
    const { status, stdout } = futures("--against", "HEAD~2", ...from, "--json");
    expect(status).toBe(1);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { contractId: string });
    expect(lines).toContainEqual({
      ...{ customerId: first.customerId, contractId: first.contractId, number: "C000001-01" },
      ...{ what: "fixRenewal (2)", before: "2027-01-01", after: "2027-02-01" },
    });
    // The second contract's renewal was declined under the present machines.
    expect(new Set(lines.map(({ contractId }) => contractId))).toEqual(new Set([first.contractId]));
  });

  test("differ in each due day that another rule moves, as a table", () => {
    const { status, stdout } = futures("--against", "HEAD~1", ...from);
    expect(status).toBe(1);
    const [head, ...rows] = stdout.trimEnd().split("\n");
    expect(head).toMatch(/^contract +what +HEAD~1 +working tree$/);
    expect(rows.at(-1)).toBe("1 of 2 living contracts differ within 24 months");
    expect(rows).toContainEqual(
      expect.stringMatching(/^C000001-01 +invoice 2026-04-01 due +2026-06-30 +2026-06-01$/),
    );
    expect(rows.every((row) => !row.includes("2025-04-01"))).toBe(true);
  });
});

describe("what can't be compared ends with exit code 2:", () => {
  test.each([
    ["no ref", [], "--against is missing"],
    ["an option of another command", ["--against", "HEAD", "--until", "x"], "--until"],
    ["a day that is none", ["--against", "HEAD", "--from", "2025-02-30"], "is no day"],
    ["a ref that git does not know", ["--against", "nowhere"], "git rev-parse"],
    ["a ref before the machines told futures", ["--against", "HEAD~3"], "HEAD~3 is too old"],
  ])("%s", (_, args, words) => {
    const { status, stdout, stderr } = futures(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(words);
  });
});
