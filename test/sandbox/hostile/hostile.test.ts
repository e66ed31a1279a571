import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, openBench, stripeClient } from "../testing/bench.ts";
import { until } from "../testing/until.ts";
import { Hostility } from "./hostility.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const luckOf = (seed: number): string[] => {
  const hostility = new Hostility(seed, 50);
  return Array.from({ length: 40 }, () => hostility.faultOf("GET", "/v1/events")?.kind ?? "none");
};

test("the same seed brings the same luck, another one another", () => {
  expect(luckOf(1)).toEqual(luckOf(1));
  expect(luckOf(1)).not.toEqual(luckOf(2));
  expect(new Set(luckOf(1)).size).toBeGreaterThan(4);
});

test("calls fail in many ways, and what was repeated under its key was done once", async () => {
  const stripe = stripeClient(bench.sandbox.url, { timeout: 300 });
  await bench.control("POST", "/hostile", { seed: 4, percent: 50 });
  const failures = new Set<string>();
  for (let number = 0; number < 30; number += 1) {
    const idempotencyKey = `customer-${number}`;
    const create = (): Promise<unknown> =>
      stripe.customers.create({ name: String(number) }, { idempotencyKey });
    for (let round = 0; round < 6; round += 1) {
      const failure: unknown = await create().then(
        () => null,
        (error: unknown) => error,
      );
      if (failure === null) break;
      failures.add((failure as { type: string }).type);
    }
  }
  await bench.control("DELETE", "/hostile");
  expect(failures.size).toBeGreaterThan(2);
  const { data } = await bench.stripe.customers.list({ limit: 100 });
  const names = data.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const created = await bench.stripe.events.list({ type: "customer.created", limit: 100 });
  const all = await bench.stripe.events.list({ limit: 100 });
  expect(created.data).toHaveLength(names.length);
  expect(all.data.length).toBeGreaterThan(created.data.length);
  const ids = all.data.map(({ id }) => id);
  await until(
    () => new Set(bench.webhooks.received.map(({ event }) => event.id)).size === ids.length,
  );
  const arrived = bench.webhooks.received.map(({ event }) => event.id);
  expect(arrived.length).toBeGreaterThan(ids.length);
  const firstArrivals = [...new Set(arrived)];
  expect(firstArrivals).not.toEqual(ids.toReversed());
  expect(bench.webhooks.received[0]?.body).toContain("unannounced_setting");
});
