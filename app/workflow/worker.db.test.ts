import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChainRoot } from "#machines/engine/chain-root.ts";
import { moment } from "#test/helpers/commands.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { startWorker } from "./worker.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const nothing = { perform: async () => ({ outcome: "done" as const }) };

test("makes a signed root of each day that has finished", async () => {
  const faults: unknown[] = [];
  const told: ChainRoot[] = [];
  let hear = () => {};
  const next = () => new Promise<void>((resolve) => (hear = resolve));
  engine.setClock(moment("2025-04-02", 1));
  let heard = next();
  const worker = await startWorker({
    ...engine,
    effects: {
      mail: nothing,
      expireCheckout: nothing,
      lookUpCheckout: nothing,
      createRefund: nothing,
      lookUpRefund: nothing,
      collectByCard: nothing,
      chargeCard: nothing,
      cancelIntent: nothing,
      retireCards: nothing,
      detachCard: nothing,
      lookUpCard: nothing,
      spread: nothing,
      notifyCustomers: nothing,
      command: nothing,
      handOver: nothing,
    },
    inbox: async () => {},
    secrets: ["a secret of the tests, 32 characters"],
    onRoot: (root) => {
      told.push(root);
      hear();
    },
    onError: (error) => faults.push(error),
  });
  try {
    await heard;
    heard = next();
    engine.setClock(moment("2025-04-04", 0));
    await heard;
  } finally {
    await worker.stop();
  }
  expect(faults).toEqual([]);
  expect(told.map(({ day }) => day)).toEqual(["2025-04-01", "2025-04-03"]);
  const stored = await engine.test.asSuperuser<{ root: string }>(
    "select root from chain_root order by day",
  );
  expect(stored.map(({ root }) => root)).toEqual(told.map(({ root }) => root));
});
