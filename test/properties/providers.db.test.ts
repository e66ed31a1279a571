import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCardPayment } from "#app/usecases/payments/start-card-payment.ts";
import { Problem } from "#app/usecases/problem.ts";
import { EffectUnfinished, runEffect } from "#app/workflow/effects.ts";
import { InboxUnfinished, workInbox } from "#app/workflow/inbox.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import { writeOperatorProfile } from "#db/queries/operator-profile.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import { createFailPoints, persist, type FailPoint, type FailPoints } from "./fail-points.ts";
import { faultsOfCustomer } from "./invariants.ts";
import { createPortals } from "./portal-processes.ts";
import { settingsOf } from "./settings.ts";
import { numberEvents, storedCustomer } from "./stored-customer.ts";

const usualRuns = 30;
const { parameters } = settingsOf("lives with providers", usualRuns);

let world: MoneyWorld;
let points: FailPoints;
beforeAll(async () => {
  world = await openMoneyWorld();
  points = createFailPoints(world.db.database);
  await numberEvents(world.db);
  const text = "青葉";
  await world.db.database.transaction({ role: "portal_engine" }, (tx) =>
    writeOperatorProfile(tx, {
      ...{ nameJa: text, nameEn: "Aoba", registrationNumber: "T1234567890123", bankJa: text },
      ...{ postalCode: "980-0811", addressJa: text, addressEn: "Sendai", bankEn: "Aoba Bank" },
      ...{ phone: "022-000-0000", supportEmail: "support@aoba.example" },
    }),
  );
});
afterAll(() => world.close());

/** What a buyer, the provider and a worker do; each is done again until it has come through. */
type Deed = "click" | "clickTwice" | "pay" | "decline" | "deliver" | "work" | "send";

const deeds: readonly Deed[] = [
  ...(["click", "clickTwice", "pay", "pay", "pay", "decline", "deliver", "deliver"] as const),
  ...(["work", "work", "send", "send"] as const),
];

/** A customer with two readers of its mails and an invoice. */
async function addBuyer(net: number) {
  const invoice = await world.issueInvoice(net);
  const { customerId } = invoice;
  await world.db.asSuperuser(
    `insert into organization (id, name, slug, created_at) values ($1::uuid, 'x', $1::text, now())
     on conflict do nothing`,
    [customerId],
  );
  for (const role of ["owner", "billing"]) {
    const person = `${role}-${customerId}`;
    await world.db.asSuperuser(
      `insert into "user" (id, name, email) values ($1::text, $1::text, $1::text || '@minato.example')`,
      [person],
    );
    await world.db.asSuperuser(
      `insert into member (id, organization_id, user_id, role, created_at)
       values ($1::text, $2::uuid, $1::text, $3, now())`,
      [person, customerId, role],
    );
  }
  return invoice;
}

interface Seen {
  charges: { amount: number; status: string; metadata: Record<string, string> }[];
  mails: { idempotency_key: string; to: string[] }[];
  sessions: { metadata: Record<string, string> }[];
}

const seen = async () => (await (await world.bench.control("GET", "/state")).json()) as Seen;

/** Another try may follow, and does, as long as something is left to do. */
const isUnfinished = (error: unknown) =>
  error instanceof EffectUnfinished || error instanceof InboxUnfinished;

/** A buyer who pays an invoice through a portal whose processes end again and again. */
function createBuyer({ customerId, invoiceId }: IssuedInvoice) {
  const { current, recover } = createPortals(world.portal, points);
  let address: string | null = null;
  let delivered = 0;
  const start = async (): ReturnType<typeof startCardPayment> => {
    const principal = await world.principal(customerId, "billing");
    try {
      return await startCardPayment(principal, invoiceId);
    } catch (error) {
      // On a slow machine a click may wait for longer than it holds; then people click again.
      if (error instanceof Problem && error.code === "tooLate") return start();
      throw error;
    }
  };
  const click = async () => {
    const answer = await start();
    address = answer.kind === "checkout" ? answer.url : null;
  };
  const pay = async (card: string) => void (address && (await world.pay(address, card)));
  const unfinished = async (act: Promise<void>) =>
    act.catch((error: unknown) => {
      if (!isUnfinished(error)) throw error;
    });
  const events = () =>
    world.db.asSuperuser<{ provider: string; eventId: string }>(
      `select provider, event_id as "eventId" from inbox where state = 'received'`,
    );
  const effects = () =>
    world.db.asSuperuser<EffectKey>(
      `select customer_id as "customerId", machine_id as "machineId", seq, n from effect
       where customer_id = $1 and state in ('pending', 'unknown') order by machine_id, seq, n`,
      [customerId],
    );
  const run: Record<Deed, () => Promise<(() => Promise<void>)[]>> = {
    click: async () => [click],
    clickTwice: async () => [click, click],
    pay: async () => [() => pay(CARDS.good)],
    decline: async () => [() => pay(CARDS.declined)],
    deliver: async () => {
      const { events: sent } = (await (await world.bench.control("GET", "/state")).json()) as {
        events: unknown[];
      };
      const received = await world.bench.webhooks.wait(sent.length);
      // The last one comes twice, and of each delivery the newest first.
      const fresh = received.slice(Math.max(0, delivered - 1)).toReversed();
      delivered = received.length;
      return fresh.map((delivery) => async () => {
        expect(await world.deliver(delivery)).toBe(200);
      });
    },
    work: async () =>
      (await events()).map((key) => () => unfinished(workInbox(current().portal, key, false))),
    send: async () =>
      (await effects()).map((key) => () => {
        const { portal, handlers } = current();
        return unfinished(runEffect({ ...portal, handlers }, key, false));
      }),
  };
  return {
    does: async (deed: Deed) => persist(await run[deed](), recover),
    isIdle: async () => (await events()).length + (await effects()).length === 0,
  };
}

/** What the providers have seen must be what the portal says, each thing once. */
async function check({ customerId, invoiceId }: IssuedInvoice): Promise<void> {
  const number = 0;
  const counters = {
    customerId,
    number,
    contractCounter: 0,
    invoiceCounter: 0,
    creditNoteCounter: 0,
  };
  const stored = await storedCustomer(world.db, counters);
  expect(faultsOfCustomer(stored)).toEqual([]);
  const { charges, mails, sessions } = await seen();
  const own = <Thing extends { metadata: Record<string, string> }>(things: readonly Thing[]) =>
    things.filter(({ metadata }) => metadata["invoiceId"] === invoiceId);
  const paid = own(charges).filter(({ status }) => status === "succeeded");
  const invoice = stored.machines.get(invoiceId);
  expect(paid.map(({ amount }) => amount)).toEqual(
    invoice?.view["status"] === "paid" ? [invoice.view["total"]] : [],
  );
  const payments = own(sessions).map(({ metadata }) => metadata["paymentId"]);
  expect(new Set(payments).size).toBe(payments.length);
  const [effects] = await world.db.asSuperuser<{ keys: string[] | null; open: number }>(
    `select array_agg(mail->>'key') as keys,
       (count(*) filter (where state <> 'done'))::int as open
     from effect left join jsonb_array_elements(rendered) mail on true where customer_id = $1`,
    [customerId],
  );
  expect(effects?.open).toBe(0);
  const sent = mails.filter(({ idempotency_key: key }) => key.startsWith(customerId));
  expect(sent.map(({ idempotency_key: key }) => key).toSorted()).toEqual(effects?.keys?.toSorted());
}

const failPoints: fc.Arbitrary<FailPoint[]> = fc.array(
  fc.record({
    after: fc.oneof(fc.nat(15), fc.nat(90)),
    breaks: fc.constantFrom("process", "connection"),
  }),
  { minLength: 2, maxLength: 12, size: "max" },
);

test("a buyer is charged once and told once, wherever the portal is broken off", async () => {
  const course = fc.array(fc.constantFrom(...deeds), { minLength: 4, maxLength: 10, size: "max" });
  const property = async (net: number, course: Deed[], broken: FailPoint[]) => {
    const invoice = await addBuyer(net);
    const buyer = createBuyer(invoice);
    points.set(broken);
    for (const deed of ["click" as const, ...course]) await buyer.does(deed);
    for (let round = 0; round < 10; round += 1) {
      for (const deed of ["deliver", "work", "send"] as const) await buyer.does(deed);
      if (await buyer.isIdle()) break;
    }
    points.set([]);
    await check(invoice);
  };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 100, max: 3_000_000 }), course, failPoints, property),
    parameters,
  );
  console.table([...points.places].map(([place, counts]) => ({ place, ...counts })));
}, 900_000);
