import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { advanceClock } from "#app/usecases/demo/advance-clock.ts";
import { at, tokyoDay } from "#machines/calendar.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { committedCommands } from "./answers.ts";
import { newCustomers, worldOf } from "./plan.ts";
import { settingsOf } from "./settings.ts";
import { comparable, numberEvents, storedCustomer } from "./stored-customer.ts";
import { ask, contractOf } from "./wish.ts";

const { parameters } = settingsOf("the demo's clock", 5);

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
  await numberEvents(world.db);
});
afterAll(() => world.close());

const today = async () => tokyoDay((await world.portal.clock.now()).toISOString());

/** Orders a contract that starts in ten days, and has it accepted. */
async function order(customerId: string): Promise<void> {
  const contract = contractOf(customerId, 0);
  const startDay = (await today()).add({ days: 10 }).toString();
  const wishes = [
    ask("owner", contract, { type: "openDraft" }),
    ask("owner", contract, submit(startDay)),
    ask("operations", contract, { type: "verifyMaintenance" }),
    ask("operations", contract, { type: "accept" }),
    ask("operations", contract, { type: "setStart", startDay }),
  ];
  for (const [n, wish] of wishes.entries()) {
    const receivedAt = (await world.portal.clock.now()).toISOString();
    const command = { ...wish, commandId: `command ${n}`, receivedAt };
    expect(await world.portal.dispatch(command)).toMatchObject({ ok: true });
  }
}

let customersSoFar = 0;

test("moving the demo's clock leads where a world's time leads, in any steps", async () => {
  const property = async (steps: number[]) => {
    customersSoFar += 1;
    const [customer] = newCustomers(customersSoFar, 1);
    if (!customer) throw new Error("There is no customer.");
    const { customerId, number } = customer;
    await world.db.asSuperuser(
      `insert into customer (customer_id, number, name, created_at) values ($1, $2, 'x', now())`,
      [customerId, number],
    );
    await order(customerId);
    let end = "";
    for (const days of steps) {
      end = at((await today()).add({ days }), 12);
      await advanceClock(end);
    }
    const stored = await storedCustomer(world.db, customer);
    const alone = worldOf([customer]);
    for (const command of committedCommands(stored)) {
      if (command.actor.kind !== "timer") alone.send(command);
    }
    expect(alone.advance(end)).toBeGreaterThan(0);
    expect(comparable(stored)).toEqual(comparable(alone.of(customerId)));
  };
  const steps = fc.array(fc.integer({ min: 11, max: 390 }), { minLength: 1, maxLength: 4 });
  await fc.assert(fc.asyncProperty(steps, property), parameters);
}, 120_000);
