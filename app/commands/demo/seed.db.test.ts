import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { installPortal } from "#app/portal.ts";
import { openWorker } from "#app/open-worker.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { seedDemo } from "./seed.ts";

let world: MoneyWorld;
let worker: Awaited<ReturnType<typeof openWorker>>;
beforeAll(async () => {
  world = await openMoneyWorld(undefined, undefined, true);
  installPortal(world.portal);
  worker = await openWorker(world.portal);
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await worker.stop();
  await world.close();
});

const contracts = () =>
  world.db.asSuperuser<{ status: string }>(
    "select contract_id, status, start_day from contract order by contract_id",
  );

test(
  "a demo that is filled already is left as it is, also on a later day",
  { timeout: 240_000 },
  async () => {
    await seedDemo(world.portal);
    const before = await contracts();
    expect(before.map(({ status }) => status).toSorted()).toEqual([
      "active",
      "active",
      "submitted",
    ]);
    for (const days of [1, 3]) {
      vi.useFakeTimers({ toFake: ["Date"], shouldAdvanceTime: true });
      vi.setSystemTime(Date.now() + days * 86_400_000);
      await seedDemo(world.portal);
      vi.useRealTimers();
    }
    expect(await contracts()).toEqual(before);
  },
);
