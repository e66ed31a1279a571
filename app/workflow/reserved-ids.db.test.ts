import { afterAll, beforeAll, expect, test } from "vitest";
import { customerIds, moment } from "#test/helpers/commands.ts";
import { orderAndAccept } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";

const ids = customerIds(1);

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine();
  await orderAndAccept(engine, ids);
});
afterAll(() => engine.close());

test.each(["timer/start/2025-03-31T15:00:00.000Z", "migration/2"])(
  "nobody keeps a deadline or a migration away by taking its id: %s",
  async (commandId) => {
    const cancel = { type: "cancel", wish: "2026-09-30" };
    const options = { commandId };
    expect(
      await engine.send(ids.contract, "owner", moment("2025-03-10"), cancel, options),
    ).toMatchObject({ ok: false, refusal: { code: "invalid" } });
  },
);

test("the deadline fires", async () => {
  await engine.sweepAt(moment("2025-04-01"));
  const [row] = await engine.test.asSuperuser("select status from contract");
  expect(row).toEqual({ status: "active" });
});
