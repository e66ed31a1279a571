import { chanceOf, type Chance } from "#test/faults/random.ts";
import {
  authenticate,
  changeCard,
  payAtCheckout,
  pull,
  saveACard,
  transfer,
  type OpenInvoice,
} from "./acts.ts";
import { booksOfPortal, booksOfSandbox, differencesOf, faultsOfPortal } from "./books.ts";
import { openMonthWorld, type MonthWorld } from "./month-world.ts";
import { goesBack } from "./returns.ts";
import { workOnce } from "./work.ts";

/** What a month came to. */
export interface MonthReport {
  seed: number;
  /** Yen of each charge that succeeded, by charge. */
  charges: Record<string, number>;
  /** What is not as it must be: a line for each. */
  faults: string[];
  /** How much there was of everything, so that a month in which nothing happened is seen. */
  counts: Record<string, number>;
}

const day = 86_400_000;
const days = 31;
const triesPerDay = 3;
const mostTries = 60;

const dayAfter = (moment: number, daysLater: number) =>
  new Date(moment + daysLater * day).toISOString().slice(0, 10);

/** Somebody who pays each invoice in one way. */
interface Payer {
  customerId: string;
  way: "checkout" | "card" | "transfer";
}

const waysOf: readonly Payer["way"][] = ["checkout", "checkout", "card", "card", "transfer"];

async function openInvoices({ db }: MonthWorld, customerId: string): Promise<OpenInvoice[]> {
  const rows = await db.asSuperuser<{ id: string; number: string; owed: string }>(
    `select invoice_id as id, number, total - paid - credited - written_off as owed from invoice
     where customer_id = $1 and total > paid + credited + written_off order by number`,
    [customerId],
  );
  return rows.map(({ id, number, owed }) => {
    return { customerId, invoiceId: id, number, owed: Number(owed) };
  });
}

async function liveOn(
  world: MonthWorld,
  chance: Chance,
  { customerId, way }: Payer,
  today: string,
) {
  if (way === "card") {
    const saved = await world.db.asSuperuser(
      "select card_id from card where customer_id = $1 and status <> 'saving'",
      [customerId],
    );
    if (chance.happens(15)) await changeCard(world, chance, customerId);
    if (saved.length === 0 && chance.happens(60)) await saveACard(world, chance, customerId);
    const waiting = await world.db.asSuperuser<{ id: string }>(
      `select payment_id as id from payment where customer_id = $1 and status = 'requiresAction'
       and method = 'savedCard'`,
      [customerId],
    );
    for (const { id } of waiting) {
      if (chance.happens(60)) await authenticate(world, chance, customerId, id);
    }
    return;
  }
  for (const invoice of await openInvoices(world, customerId)) {
    if (way === "transfer") {
      if (chance.happens(20)) await transfer(world, invoice, today);
    } else if (chance.happens(35)) await payAtCheckout(world, chance, invoice);
  }
}

async function liveThroughDay(
  world: MonthWorld,
  seed: number,
  number: number,
  payers: readonly Payer[],
  instant: Date,
) {
  await world.moveTo(instant);
  const today = instant.toISOString().slice(0, 10);
  for (const [place, payer] of payers.entries()) {
    // Of their own for each day and payer, so that one's haste does not change another's luck.
    const chance = chanceOf(seed, `day ${number} of payer ${place}`);
    if (chance.happens(12)) {
      const dueDay = dayAfter(instant.getTime(), chance.whole(1, 12));
      await world.issueInvoice(chance.whole(50, 2_000) * 1_000, payer.customerId, dueDay);
    }
    await liveOn(world, chance, payer, today);
  }
  const chance = chanceOf(seed, `day ${number}`);
  await goesBack(world, chance);
  if (chance.happens(70)) await pull(world);
  for (let round = 0; round < triesPerDay; round += 1) await workOnce(world);
}

/** Nothing goes wrong any more: what was left undone is done, and everything at Stripe is paid out. */
async function comeToRest(world: MonthWorld, end: Date) {
  await world.control("DELETE", "/hostile");
  for (let step = 1; step <= 4; step += 1) {
    await world.moveTo(new Date(end.getTime() + step * day));
    for (let round = 0; round < mostTries; round += 1) {
      await world.everythingDelivered();
      if ((await workOnce(world)) === 0) break;
    }
  }
  await world.bench.control("POST", "/payouts", { negative: true });
  await world.everythingDelivered();
  await workOnce(world);
  await pull(world);
}

async function count({ db }: MonthWorld): Promise<Record<string, number>> {
  const counted = await db.asSuperuser<{ what: string; count: string }>(
    `select 'invoices' as what, count(*) from invoice
     union all select 'payments', count(*) from payment
     union all select 'saved card payments', count(*) from payment
       where method = 'savedCard' and charge_id is not null
     union all select 'events', count(*) from inbox
     union all select 'refunds', count(*) from refund
     union all select 'disputes', count(*) from dispute
     union all select 'transfers', count(*) from bank_receipt
     union all select 'payouts', count(*) from payout`,
  );
  return Object.fromEntries(counted.map(({ what, count: number }) => [what, Number(number)]));
}

/**
 * Lives through a month of invoices, card payments, transfers, refunds, disputes and payouts while everything goes
 * wrong that may, then lets it come to rest and asks both sides for their books.
 */
export async function runMonth(seed: number): Promise<MonthReport> {
  const world = await openMonthWorld();
  try {
    const chance = chanceOf(seed, "month");
    const begin = Date.now() + 60_000;
    const payers: Payer[] = [];
    for (const way of waysOf) {
      const net = chance.whole(50, 900) * 1_000;
      const dueDay = dayAfter(begin, chance.whole(3, 20));
      const { customerId } = await world.issueInvoice(net, undefined, dueDay);
      await world.addPeople(customerId);
      payers.push({ customerId, way });
    }
    await world.control("POST", "/hostile", { seed });
    for (let number = 1; number <= days; number += 1) {
      await liveThroughDay(world, seed, number, payers, new Date(begin + number * day));
    }
    await comeToRest(world, new Date(begin + days * day));
    const [portal, sandbox] = [await booksOfPortal(world), await booksOfSandbox(world)];
    return {
      seed,
      charges: portal.charges,
      faults: [...(await faultsOfPortal(world)), ...differencesOf(portal, sandbox)],
      counts: await count(world),
    };
  } finally {
    await world.close();
  }
}
