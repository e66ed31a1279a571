import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { World } from "#machines/engine/world.ts";
import { faultsOfCustomer } from "./properties/invariants.ts";
import { newCustomers, planOf, type Plan } from "./properties/plan.ts";
import { settingsOf } from "./properties/settings.ts";
import { stepsOf } from "./properties/steps.ts";

const { parameters } = settingsOf("random lives", 2000);
const count = 2;

const lives = (plan: Plan, world: World) =>
  plan.customers.map(({ customerId }) => world.of(customerId));

describe("random lives of two customers", () => {
  test("leave every history, timer, effect, number and yen in place", () => {
    const property = fc.property(stepsOf(20), (steps) => {
      const plan = planOf(newCustomers(1, count), steps);
      for (const life of lives(plan, plan.world)) expect(faultsOfCustomer(life)).toEqual([]);
      const end = new Date(Date.parse(plan.bursts.at(-1)?.at ?? "") + 400 * 86_400_000);
      plan.world.advance(end.toISOString());
      for (const life of lives(plan, plan.world)) expect(faultsOfCustomer(life)).toEqual([]);
    });
    fc.assert(property, parameters);
  }, 300_000);
});
