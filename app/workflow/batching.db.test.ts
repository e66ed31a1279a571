import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Handle } from "#db/client.ts";
import type { Command } from "#machines/engine/command.ts";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { mustDo, orderAndAccept } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { everythingStored, faultsOf } from "#test/helpers/stored.ts";
import { createDispatch, type Dispatch } from "./dispatch.ts";
import { sweep } from "./sweep.ts";

const at = moment("2025-03-03");

let engine: TestEngine;
let dispatch: Dispatch;
/** How many commands each transaction began with. */
const flushed: number[] = [];

beforeAll(async () => {
  engine = await openEngine();
  engine.setClock(at);
  dispatch = createDispatch({ ...engine, onFlush: (commands) => flushed.push(commands) });
});
afterAll(() => engine.close());

/** New customers, numbered on from `first`. */
async function addCustomers(first: number, count: number) {
  const all = Array.from({ length: count }, (_, n) => customerIds(first + n));
  for (const ids of all) await engine.addCustomer(ids.customerId, ids.n);
  flushed.length = 0;
  return all;
}

const command = (
  ids: ReturnType<typeof customerIds>,
  event: Command["event"],
  commandId = event.type,
): Command => ({
  ...{ ...ids.contract, commandId, event, receivedAt: at },
  actor: actorOf("owner"),
});

const openDraft = { type: "openDraft" };
const rename = (customerId: string, name: string) => async (tx: Handle) =>
  void (await tx.execute(
    sql`update customer set name = ${name} where customer_id = ${customerId}`,
  ));

describe("commands that come at once", () => {
  test("one by one go at once, in a transaction of their own", async () => {
    for (const ids of await addCustomers(1, 3)) await mustDo(dispatch(command(ids, openDraft)));
    expect(flushed).toEqual([1, 1, 1]);
  });

  test("go together in equal shares, a hundred at most", async () => {
    const many = await addCustomers(1000, 220);
    const outcomes = await Promise.all(many.map((ids) => dispatch(command(ids, openDraft))));
    expect(outcomes.every((outcome) => outcome.ok && !outcome.repeated)).toBe(true);
    expect(flushed).toEqual([100, 100, 10, 10]);
    expect(await faultsOf(engine.test)).toEqual([]);
  });

  test("of clients that each wait for their answer stay in equal shares", async () => {
    const many = await addCustomers(1300, 24);
    const client = async (ids: (typeof many)[number]) => {
      await mustDo(dispatch(command(ids, openDraft)));
      await mustDo(dispatch(command(ids, submit("2025-04-01"))));
      await mustDo(dispatch(command(ids, { type: "withdraw" })));
    };
    const [early, ...late] = many;
    const first = client(early!);
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, ...late.map(client)]);
    // The early one must not go round by itself beside a flush of all the others; the last ones may
    // be shared once more, as the database answers.
    const [alone, ...shared] = flushed;
    expect(alone).toBe(1);
    expect(shared.reduce((sum, size) => sum + size, 0)).toBe(71);
    for (const size of shared) expect([5, 6, 11, 12]).toContain(size);
  });

  test("of one customer keep their order, on one machine and with its refusals", async () => {
    const [ids] = await addCustomers(200, 1);
    const wishes = ["2025-04-01", "2025-04-02", "2025-04-03"];
    const events = [
      submit("2025-03-31"),
      openDraft,
      ...wishes.map((wish) => submit(wish)),
      { type: "withdraw" },
      openDraft,
    ];
    const outcomes = await Promise.all(
      events.map((event, n) => dispatch(command(ids!, event, `command ${n}`))),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.seq : outcome.refusal.code))).toEqual([
      ...["notFound", 1, 2, "notNow", "notNow", 3, "notNow"],
    ]);
    expect(flushed).toEqual([7]);
    const { audit } = await everythingStored(engine.test);
    expect(audit?.filter(({ customer_id: id }) => id === ids?.customerId)).toHaveLength(4);
  });

  test("with the same id are one", async () => {
    const [ids] = await addCustomers(210, 1);
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => dispatch(command(ids!, openDraft, "once"))),
    );
    const results = outcomes.map((outcome) => outcome.ok && [outcome.seq, outcome.repeated]);
    expect(results).toEqual([
      [1, false],
      [1, true],
      [1, true],
      [1, true],
    ]);
  });

  test("lead to the same as one after the other", async () => {
    const lives = (n: number) => {
      const ids = customerIds(n);
      return [
        command(ids, openDraft),
        command(ids, submit("2025-04-01")),
        { ...command(ids, { type: "verifyMaintenance" }), actor: actorOf("operations") },
        { ...command(ids, { type: "accept" }), actor: actorOf("operations") },
        command(ids, { type: "accept" }, "not for owners"),
      ];
    };
    const engines = [await openEngine(), await openEngine()] as const;
    try {
      const numbers = [1, 2, 3, 4, 5];
      for (const { addCustomer, setClock } of engines) {
        setClock(at);
        for (const n of numbers) await addCustomer(customerIds(n).customerId, n);
      }
      const [slow, fast] = engines;
      for (const one of numbers.flatMap(lives)) await slow.dispatch(one);
      // Turn by turn, so that each flush holds several customers.
      const turns = [0, 1, 2, 3, 4].flatMap((turn) => numbers.map((n) => lives(n)[turn]!));
      await Promise.all(turns.map((one) => fast.dispatch(one)));
      const stored = async (of: TestEngine) => {
        const { audit, ...rest } = await everythingStored(of.test);
        // A refusal stands in the log with the instant of its transaction.
        const refused = audit?.map(({ at: _, ...line }) => JSON.stringify(line)).toSorted();
        return { rest, refused };
      };
      const one = await stored(slow);
      expect(one.rest["machine_event"]?.length).toBeGreaterThanOrEqual(20);
      expect(one.refused).toHaveLength(5);
      expect(await stored(fast)).toEqual(one);
      expect(await faultsOf(fast.test)).toEqual([]);
    } finally {
      await Promise.all(engines.map(({ close }) => close()));
    }
  });
});

describe("a bad command among others", () => {
  test("fails alone where its use-case fails, and its neighbours commit", async () => {
    const many = await addCustomers(300, 12);
    const bad = new Map<number, (tx: Handle) => Promise<void>>([
      [5, () => Promise.reject(new Error("no paper"))],
      [8, async (tx) => void (await tx.execute(sql`select 1 / 0`))],
    ]);
    const outcomes = await Promise.allSettled(
      many.map((ids, n) =>
        dispatch(command(ids, openDraft), bad.get(n) ?? rename(ids.customerId, `Renamed ${ids.n}`)),
      ),
    );
    const failed = outcomes.flatMap(({ status }, n) => (status === "rejected" ? [n] : []));
    expect(failed).toEqual([5, 8]);
    expect(String((outcomes[5] as PromiseRejectedResult).reason)).toContain("no paper");
    expect(flushed).toEqual([6, 6, ...Array(12).fill(1)]);
    const { customer, machine } = await everythingStored(engine.test);
    for (const [n, ids] of many.entries()) {
      const name = customer?.find(({ customer_id: id }) => id === ids.customerId)?.["name"];
      const own = machine?.filter(({ customer_id: id }) => id === ids.customerId);
      expect([name, own?.length]).toEqual(
        failed.includes(n) ? ["Customer", 0] : [`Renamed ${ids.n}`, 1],
      );
    }
    expect(await faultsOf(engine.test)).toEqual([]);
  });

  test("fails alone where its machine can't be read", async () => {
    const [broken, ...fine] = await addCustomers(330, 5);
    await mustDo(dispatch(command(broken!, openDraft)));
    const setState = (state: string) =>
      engine.test.asSuperuser(
        `update machine set snapshot = jsonb_set(snapshot, '{value}', to_jsonb($2::text))
         where machine_id = $1`,
        [broken!.contractId, state],
      );
    await setState("of no machine");
    const all = [...fine.slice(0, 2), broken!, ...fine.slice(2)];
    const outcomes = await Promise.allSettled(
      all.map((ids) => dispatch(command(ids, openDraft, "in company"))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled"],
    ]);
    await setState("draft");
  });

  test("of a customer that does not exist is refused alone", async () => {
    const [one, other] = await addCustomers(360, 2);
    const outcomes = await Promise.all(
      [one!, other!, customerIds(399), customerIds(399)].map((ids, n) =>
        dispatch(command(ids, openDraft, `command ${n}`)),
      ),
    );
    expect(outcomes.map((outcome) => outcome.ok || outcome.refusal.code)).toEqual([
      ...[true, true, "notFound", "notFound"],
    ]);
    expect(flushed).toEqual([2, 2]);
  });
});

describe("commands after downtime, at once", () => {
  test("each meet their machine up to date", async () => {
    const many = [customerIds(400), customerIds(401), customerIds(402)];
    for (const ids of many) await orderAndAccept(engine, ids);
    const late = moment("2026-05-10");
    engine.setClock(late);
    flushed.length = 0;
    const cancel = { type: "cancel", wish: null };
    const outcomes = await Promise.all(
      many.map((ids) => dispatch({ ...command(ids, cancel), receivedAt: late })),
    );
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    const { contract } = await everythingStored(engine.test);
    const own = contract?.filter(({ customer_id: id }) =>
      many.some(({ customerId }) => customerId === id),
    );
    expect(own?.map((row) => row["end_day"])).toEqual(Array(3).fill("2027-03-31"));
    expect(await faultsOf(engine.test)).toEqual([]);
  });
});

describe("a sweep over a long downtime", () => {
  test("fires a customer's hundreds of timers in order, in several rounds", async () => {
    const ids = customerIds(500);
    await orderAndAccept(engine, ids);
    // Twelve more contracts of one customer: some 300 deadlines in two and a half years.
    for (let n = 0; n < 12; n += 1) {
      const contract = { ...ids.contract, machineId: customerIds(600 + n).contractId };
      const send = (sender: "owner" | "operations", event: Command["event"]) =>
        mustDo(engine.send(contract, sender, at, event));
      await send("owner", { type: "openDraft" });
      const order = submit("2025-04-01");
      await send("owner", {
        ...order,
        basic: { ...order.basic, optionId: customerIds(700 + n).workId },
        options: [],
      });
      await send("operations", { type: "verifyMaintenance" });
      await send("operations", { type: "accept" });
      await send("operations", { type: "setStart", startDay: "2025-04-01" });
    }
    let rounds = Date.parse(moment("2027-10-01"));
    const clock = { now: async () => new Date((rounds += 1)) };
    expect(await sweep({ ...engine, clock })).toBeGreaterThan(250);
    const order = await engine.test.asSuperuser<{ first: Date | string; last: Date | string }>(
      `select min(at) as first, max(at) as last from machine_event
       where customer_id = $1 and actor->>'kind' = 'timer' group by recorded_at order by recorded_at`,
      [ids.customerId],
    );
    expect(order.length).toBeGreaterThan(2);
    const instants = order.flatMap(({ first, last }) => [first, last].map((one) => +new Date(one)));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(await sweep({ ...engine, clock })).toBe(0);
    const { audit } = await everythingStored(engine.test);
    expect(audit?.filter(({ outcome }) => outcome === "timer dropped")).toEqual([]);
    expect(await faultsOf(engine.test)).toEqual([]);
  });
});
