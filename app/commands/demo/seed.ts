import { adoptTerms } from "#app/usecases/terms/adopt-terms.ts";
import { loadReference } from "#db/queries/load-reference.ts";
import { readCustomerSince } from "#db/queries/customer-since.ts";
import { hasClock, raiseClockOffset } from "#db/queries/clock.ts";
import { demoCustomers, demoPassword, demoStaff } from "#db/seed/demo-accounts.ts";
import { demoReference } from "#db/seed/demo-reference.ts";
import { setSandboxClock } from "#app/gateways/sandbox.ts";
import type { Portal } from "#app/portal.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { invoiceIdOf } from "#machines/contract/fees.ts";
import { at, tokyoDay } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { Temporal } from "temporal-polyfill";
import { payInvoice } from "./pay.ts";
import { stockDevices } from "./stock.ts";
import { placeOrder, type DemoOrder } from "./order.ts";
import { moveTo, operate, principal } from "./story.ts";

type Day = Temporal.PlainDate;

/** How many days before the day of the first start the story's events lie. */
const story = { begin: 320, runningStart: 290, overdueOrder: 116, overdueStart: 100, waiting: 1 };

const addresses = {
  running: {
    companyNameKana: "ミナトセイキカブシキガイシャ",
    representative: "港 一郎",
    ...{ postalCode: "231-0023", prefecture: "神奈川県", city: "横浜市中区", street: "山下町1-1" },
    options: ["NDR-MVPN"],
  },
  overdue: {
    companyNameKana: "サクラブツリュウカブシキガイシャ",
    representative: "桜井 花子",
    ...{ postalCode: "530-0001", prefecture: "大阪府", city: "大阪市北区", street: "梅田1-1" },
    options: ["NDR-REPORT"],
  },
  waiting: {
    companyNameKana: "ヒカリカイケイカブシキガイシャ",
    representative: "光田 次郎",
    ...{ postalCode: "810-0001", prefecture: "福岡県", city: "福岡市中央区", street: "天神1-1" },
    options: ["NDR-HUNT", "NDR-TUNE"],
  },
} as const;

type CustomerName = keyof typeof demoCustomers;

/** The accounts of the demo; repeating it changes nothing. */
async function makeAccounts(portal: Portal) {
  const staff: Record<string, string> = {};
  for (const person of demoStaff) {
    staff[person.role] = await createStaff(portal, { ...person, password: demoPassword });
  }
  const customers = {} as Record<CustomerName, { userId: string; customerId: string }>;
  for (const name of Object.keys(demoCustomers) as CustomerName[]) {
    const { companyName, name: person, email } = demoCustomers[name];
    const account = { companyName, name: person, email, password: demoPassword };
    customers[name] = await createCustomerAccount(portal, account);
  }
  return { operations: staff["operations"] ?? "", customers };
}

/**
 * Fills an empty demo with three customers whose contracts have really been lived: ordered, accepted,
 * begun, invoiced, paid or not, day by day under a clock that begins in the past and ends today.
 * Interrupted, it goes on where it was; complete, it changes nothing.
 */
export async function seedDemo(portal: Portal): Promise<void> {
  if (!portal.demo) throw new Error("Only a demonstration is filled with invented customers.");
  const { database } = portal;
  const engine = { role: "portal_engine" } as const;
  await database.transaction(engine, (tx) => loadReference(tx, demoReference));
  await adoptTerms(portal, demoReference.terms);
  const begin = at(tokyoDay(new Date().toISOString()).subtract({ days: story.begin }), 10);
  if (!(await hasClock(database))) {
    await raiseClockOffset(database, Date.parse(begin) - Date.now());
    if (portal.sandboxUrl) await setSandboxClock(portal.sandboxUrl, new Date(begin));
  }
  const { operations, customers } = await makeAccounts(portal);
  await stockDevices(portal, operations);
  // Seeded again on another day, the story must be the one that was told before.
  const told = await database.transaction(engine, (tx) =>
    readCustomerSince(tx, customers.running.customerId),
  );
  const began = (told ?? (await portal.clock.now())).toISOString();
  const today = tokyoDay(began).add({ days: story.begin });
  const contractOf = (name: CustomerName) => derivedId(customers[name].customerId, "demo/contract");
  const owner = (name: CustomerName) => () =>
    principal(portal, customers[name].userId, customers[name].customerId, "owner");
  const order = async (name: CustomerName, wishedStart: Day) => {
    const { companyName, email } = demoCustomers[name];
    const { options, ...address } = addresses[name];
    const placed: DemoOrder = {
      ...{ contractId: contractOf(name), companyName, email, ...address },
      options: [...options],
      wishedStart: wishedStart.toString(),
    };
    await placeOrder(owner(name), placed);
  };
  const accept = async (name: CustomerName, startDay: Day) => {
    const { customerId } = customers[name];
    for (const event of [
      { type: "verifyMaintenance" },
      { type: "accept" },
      { type: "setStart", startDay: startDay.toString() },
    ]) {
      await operate(portal, operations, customerId, contractOf(name), event);
    }
  };

  const runningStart = today.subtract({ days: story.runningStart });
  await order("running", runningStart);
  await accept("running", runningStart);
  await moveTo(portal, at(runningStart.add({ days: 8 }), 11));
  await payInvoice(owner("running"), invoiceIdOf(contractOf("running"), runningStart.toString()));

  await moveTo(portal, at(today.subtract({ days: story.overdueOrder }), 14));
  const overdueStart = today.subtract({ days: story.overdueStart });
  await order("overdue", overdueStart);
  await accept("overdue", overdueStart);

  await moveTo(portal, at(today.subtract({ days: story.waiting }), 15));
  await order("waiting", today.add({ days: 30 }));
  await moveTo(portal, new Date().toISOString());
}
