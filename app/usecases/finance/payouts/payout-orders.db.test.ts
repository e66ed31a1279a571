import { afterAll, beforeAll, expect, test } from "vitest";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { payoutActs, type PayoutActs } from "#test/helpers/payout-world.ts";
import { pullPayouts } from "../pull-payouts.ts";

let world: MoneyWorld;
let acts: PayoutActs;
beforeAll(async () => {
  world = await openMoneyWorld();
  acts = await payoutActs(world);
});
afterAll(() => world.close());

const steps = ["pull", "import", "fail", "pull"] as const;
type Step = (typeof steps)[number];

/** Every order of some steps, those that read alike once. */
function ordersOf(left: readonly Step[]): Step[][] {
  if (left.length === 0) return [[]];
  return [...new Set(left)].flatMap((step) => {
    const rest = left.toSpliced(left.indexOf(step), 1);
    return ordersOf(rest).map((order) => [step, ...order]);
  });
}

/**
 * What the accounts hold of a payout after some steps, from what is known then: the bank has the money where its
 * file says so, or where Stripe has sent it and not said otherwise; Stripe has sent it unless it came back.
 */
function expected(amount: number, done: readonly Step[], isHeard: boolean): number[] {
  const failed = done.indexOf("fail");
  // A return that nobody heard of is learned with the next pull; before the first one nothing is known at all.
  const isReturned = failed >= 0 && (isHeard || done.lastIndexOf("pull") > failed);
  const isSent = done.includes("pull") && !isReturned;
  const cameIn = done.includes("import");
  return [
    isSent || cameIn ? amount : 0,
    isSent ? -amount : 0,
    // Whole as a deposit of nobody's, unless a payout explains it.
    cameIn && !isSent ? -amount : 0,
  ].map((sum) => sum + 0);
}

const tables = [true, false].flatMap((isHeard) =>
  ordersOf(steps).map((order) => ({ order, isHeard, name: order.join(", ") })),
);

test.each(tables)(
  "bank, Stripe and what is not applied are right after each of: $name (event heard: $isHeard)",
  async ({ order, isHeard }) => {
    const { id, amount } = await acts.payOut();
    await acts.mark();
    const done: Step[] = [];
    // The last pull learns of what no event told.
    for (const step of [...order, "pull"] as const) {
      if (step === "pull") await pullPayouts(await world.principal(null, "finance"));
      if (step === "import") await acts.bring(amount);
      if (step === "fail") await acts.fail(id, isHeard);
      done.push(step);
      expect(await acts.moved(), done.join(", ")).toEqual(expected(amount, done, isHeard));
    }
    const [unbalanced] = await world.db.asSuperuser<{ count: string }>(
      `select count(*) as count from (select 1 from ledger_entry
         group by customer_id, transaction_id having sum(debit) <> sum(credit)) as off`,
    );
    expect(Number(unbalanced?.count)).toBe(0);
  },
);
