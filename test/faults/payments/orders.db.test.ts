import { afterAll, beforeAll, expect, test } from "vitest";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { cardStory, paidOnce, type CardStory } from "#test/helpers/card-story.ts";

let world: MoneyWorld;
let story: CardStory;
beforeAll(async () => {
  world = await openMoneyWorld();
  story = cardStory(world);
});
afterAll(() => world.close());

/** So many orders of the six, each event first, last and between. All 720 orders of the facts
 * behind them are gone through in memory, beside what makes a fact of an answer. */
const turns = 24;

/** One of the 720 orders, told by its number. */
function orderOf<Item>(items: readonly Item[], number: number): Item[] {
  const left = [...items];
  let rest = number;
  return items.flatMap((_, at) => {
    const choice = rest % (items.length - at);
    rest = Math.floor(rest / (items.length - at));
    return left.splice(choice, 1);
  });
}

test("fault 2: the six events of a payment, in many orders", async () => {
  const firsts = new Set<number>();
  for (let turn = 0; turn < turns; turn += 1) {
    const invoice = await world.issueInvoice();
    const { url, paymentId } = await story.open(invoice);
    await world.pay(url, CARDS.declined);
    await world.pay(url, CARDS.good);
    const deliveries = await story.deliveriesOf(paymentId);
    expect(deliveries).toHaveLength(6);
    const order = orderOf(deliveries, turn * 31);
    firsts.add(deliveries.indexOf(order[0]!));
    for (const delivery of order) {
      expect(await world.deliver(delivery)).toBe(200);
      await story.work(delivery.event.id);
    }
    expect(await story.ending(invoice, paymentId)).toEqual(paidOnce(invoice.total));
  }
  expect(firsts.size).toBe(6);
});
