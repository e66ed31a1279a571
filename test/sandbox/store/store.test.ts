import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Store } from "./store.ts";
import type { OutboxRow } from "./tables.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function row(id: string, next_attempt_at = 0): OutboxRow {
  return { id, target: "stripe", next_attempt_at };
}

function reopened(store: Store): Store {
  store.close();
  return new Store(folder);
}

test("what was written is there after opening again, in the order of first writing", () => {
  const store = new Store(folder);
  store.transaction(() => ["a", "b", "c"].forEach((id) => store.put("outbox", row(id))));
  store.transaction(() => {
    store.put("outbox", row("a", 7));
    store.remove("outbox", "b");
  });
  expect(reopened(store).all("outbox")).toEqual([row("a", 7), row("c")]);
});

test("a transaction that throws leaves nothing behind, in memory or on disk", () => {
  const store = new Store(folder);
  store.transaction(() => store.put("outbox", row("a")));
  const failing = (): void =>
    store.transaction(() => {
      store.put("outbox", row("a", 1));
      store.put("outbox", row("a", 2));
      store.put("outbox", row("b"));
      store.remove("outbox", "a");
      throw new Error("half way");
    });
  expect(failing).toThrow("half way");
  expect(store.all("outbox")).toEqual([row("a")]);
  expect(reopened(store).all("outbox")).toEqual([row("a")]);
});

test("a journal cut anywhere holds the whole transactions before the cut, and can be written on", () => {
  const store = new Store(folder);
  for (let count = 0; count < 5; count += 1) {
    store.transaction(() => {
      store.put("outbox", row(`left-${count}`));
      store.put("outbox", row(`right-${count}`));
    });
  }
  store.close();
  const path = join(folder, "journal.jsonl");
  const whole = readFileSync(path);
  fc.assert(
    fc.property(fc.nat(whole.length), (cut) => {
      truncateSync(path, 0);
      appendFileSync(path, whole.subarray(0, cut));
      const rest = new Store(folder);
      const lines = whole.subarray(0, cut).toString().split("\n").length - 1;
      const ids = rest.all("outbox").map(({ id }) => id);
      expect(ids).toHaveLength(lines * 2);
      rest.transaction(() => rest.put("outbox", row("after")));
      expect(reopened(rest).get("outbox", "after")).toEqual(row("after"));
    }),
    { numRuns: 40 },
  );
});

test("a long journal is shortened when it is opened, without losing anything", () => {
  const store = new Store(folder);
  for (let count = 0; count < 20_001; count += 1) {
    store.transaction(() => store.put("outbox", row(`id-${count % 3}`, count)), { flush: false });
  }
  const again = reopened(store);
  expect(again.all("outbox").map((found) => found.next_attempt_at)).toEqual([
    19_998, 19_999, 20_000,
  ]);
  expect(readFileSync(join(folder, "journal.jsonl"), "utf8").split("\n")).toHaveLength(4);
  again.transaction(() => again.put("outbox", row("new")));
  expect(reopened(again).all("outbox")).toHaveLength(4);
});

test("writing needs a transaction", () => {
  const store = new Store(folder);
  expect(() => store.put("outbox", row("a"))).toThrow("transaction");
  store.close();
});
