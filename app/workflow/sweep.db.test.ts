import { settlements } from "#test/helpers/sample-events.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDueTimers } from "#db/queries/engine/due-timers.ts";
import { dayOf } from "#machines/calendar.ts";
import { customerIds, moment } from "#test/helpers/commands.ts";
import { mustDo, orderAndAccept, payInvoice } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { everythingStored, faultsOf } from "#test/helpers/stored.ts";

/** Sweeps at 00:01 and 09:01 in Tokyo of every day up to `to`, as a worker would. */
async function sweepDaily(engine: TestEngine, from: string, to: string): Promise<void> {
  for (let day = dayOf(from); day.toString() <= to; day = day.add({ days: 1 })) {
    for (const hour of [0, 9]) {
      const instant = Date.parse(moment(day.toString(), hour)) + 60_000;
      await engine.sweepAt(new Date(instant).toISOString());
    }
  }
}

const days = (engine: TestEngine, customerId: string) =>
  engine.test.asSuperuser<{ day: string; type: string; kind: string }>(
    `select e.event->>'day' as day, m.kind, e.event->>'type' as type
     from machine_event e join machine m using (customer_id, machine_id)
     where customer_id = $1 and e.actor->>'kind' = 'timer' and e.event->>'type' <> 'earn' order by e.at, m.kind, e.seq`,
    [customerId],
  );

const firstYearMonths = [
  ...["2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30"],
  ...["2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31"],
];

describe("the life of a contract", () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.close());
  const ids = customerIds(1);
  const [first, second] = [ids.invoiceOf("2025-04-01"), ids.invoiceOf("2026-04-01")];

  test("fires every deadline on its day, in order", async () => {
    await orderAndAccept(engine, ids);
    await sweepDaily(engine, "2025-03-30", "2025-06-04");
    await payInvoice(engine, ids, first, "2025-06-05", 2_134_000);
    await sweepDaily(engine, "2025-06-06", "2025-06-20");
    await sweepDaily(engine, "2025-12-30", "2026-06-20");
    const cancel = { type: "cancel", wish: "earliest" };
    await mustDo(engine.send(ids.contract, "owner", moment("2026-06-20"), cancel));
    await sweepDaily(engine, "2026-08-18", "2026-08-22");
    const fired = await days(engine, ids.customerId);
    expect(fired.map(({ day, kind, type }) => `${day} ${kind}.${type}`)).toEqual([
      "2025-04-01 contract.startReached",
      "2025-05-26 invoice.chargeNears",
      "2025-06-02 invoice.chargeDue",
      "2025-06-03 invoice.dueDayPassed",
      "2025-06-03 invoice.remind",
      "2026-01-01 contract.remindRenewal",
      "2026-01-01 contract.remindRenewal",
      "2026-01-17 contract.remindRenewal",
      "2026-01-26 contract.remindRenewal",
      "2026-02-01 contract.fixRenewal",
      "2026-04-01 contract.renew",
      "2026-05-25 invoice.chargeNears",
      "2026-06-01 invoice.chargeDue",
      "2026-06-02 invoice.dueDayPassed",
      "2026-06-02 invoice.remind",
      "2026-06-08 invoice.remind",
      "2026-08-21 contract.endReached",
    ]);
    expect(await faultsOf(engine.test)).toEqual([]);
  });

  test("books each month on its own last day, also where nobody swept for half a year", async () => {
    const booked = await engine.test.asSuperuser<{ kind: string; day: string; amount: string }>(
      `select kind, day::text as day, sum(credit - debit) as amount
       from ledger_transaction join ledger_entry using (customer_id, transaction_id)
       where customer_id = $1 and account = 'revenue' group by 1, 2 order by 2, 1`,
      [ids.customerId],
    );
    const rows = booked.map(({ kind, day, amount }) => `${day} ${kind} ${amount}`);
    expect(rows).toEqual([
      ...firstYearMonths.map((day) => `${day} feeEarned 120000`),
      ...["2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31"].map(
        (day) => `${day} feeEarned 120000`,
      ),
      // The customer's notice gives nothing back, and the work counts as delivered with the end.
      "2026-08-20 feeSettled 1460000",
    ]);
  });

  test("invoices each term once, the work of the first term only", async () => {
    const { invoice } = await everythingStored(engine.test);
    const seen = invoice?.map(({ number, period_start, total, status, paid }) => {
      return [number, period_start, total, status, paid];
    });
    expect(seen?.toSorted()).toEqual([
      ["000001-0001", "2025-04-01", 2_134_000, "paid", 2_134_000],
      ["000001-0002", "2026-04-01", 1_584_000, "overdue", 0],
    ]);
  });

  test("ends the options on the contract's day and closes once all is settled", async () => {
    const stored = await everythingStored(engine.test);
    expect(stored["option"]?.map(({ status, end_day }) => [status, end_day])).toEqual([
      ["ended", "2026-08-20"],
      ["ended", "2026-08-20"],
    ]);
    await payInvoice(engine, ids, second, "2026-08-25", 1_584_000);
    // Nothing was lent.
    for (const settled of settlements.filter(({ type }) => type !== "devicesSettled")) {
      await mustDo(engine.send(ids.contract, "operations", moment("2026-09-01"), settled));
    }
    const { contract, timer } = await everythingStored(engine.test);
    expect(contract).toMatchObject([{ status: "closed", end_day: "2026-08-20" }]);
    expect(timer).toEqual([]);
    expect(await faultsOf(engine.test)).toEqual([]);
  });
});

describe("downtime", () => {
  test("of 18 months changes nothing but when it was written", async () => {
    const [daily, late] = [await openEngine(), await openEngine()];
    try {
      for (const engine of [daily, late]) {
        for (const n of [1, 2]) await orderAndAccept(engine, customerIds(n));
        const cancel = { type: "cancel", wish: "2026-06-30" };
        await mustDo(engine.send(customerIds(2).contract, "owner", moment("2025-03-10"), cancel));
        const start = { type: "startPayment", paymentId: customerIds(1).payment("p").machineId };
        await engine.sweepAt(moment("2025-04-01", 1));
        const invoice = customerIds(1).invoiceOf("2025-04-01");
        await mustDo(engine.send(invoice, "owner", moment("2025-04-02"), start));
      }
      await sweepDaily(daily, "2025-04-03", "2026-10-02");
      await late.sweepAt(moment("2026-10-02", 10));
      const [one, other] = [await everythingStored(daily.test), await everythingStored(late.test)];
      expect(one["machine_event"]?.length).toBeGreaterThan(50);
      expect(other).toEqual(one);
      expect(await faultsOf(late.test)).toEqual([]);
      expect(await late.sweepAt(moment("2026-10-02", 10))).toBe(0);
    } finally {
      await Promise.all([daily.close(), late.close()]);
    }
  }, 120_000);
});

describe("a sweep", () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.close());

  test("fires half a minute after a timer is due: what came in at 23:59:59 goes first", async () => {
    const ids = customerIds(1);
    await orderAndAccept(engine, ids);
    const due = Date.parse(moment("2025-04-01", 0));
    const after = (seconds: number) => new Date(due + seconds * 1000).toISOString();
    expect(await engine.sweepAt(after(29.999))).toBe(0);
    expect(await engine.sweepAt(after(30))).toBe(1);
  });

  test("drops a timer that its machine refuses, says so, and goes on", async () => {
    const ids = customerIds(2);
    await orderAndAccept(engine, ids);
    await engine.test.asSuperuser(
      `insert into timer (customer_id, machine_id, timer_id, due_at, event)
       values ($1, $2, 'wrong', '2025-03-10', '{"type": "renew"}')`,
      [ids.customerId, ids.contractId],
    );
    await engine.sweepAt(moment("2025-04-02"));
    const { timer, audit, contract } = await everythingStored(engine.test);
    expect(timer?.filter(({ timer_id }) => timer_id === "wrong")).toEqual([]);
    const lines = audit?.filter(({ customer_id }) => customer_id === ids.customerId);
    expect(lines?.map(({ action, outcome }) => [action, outcome]).toSorted()).toEqual([
      ["contract.renew", "refused: notNow"],
      ["contract.renew", "timer dropped"],
    ]);
    expect(contract?.map(({ status }) => status)).toEqual(["active", "active"]);
    expect(await faultsOf(engine.test)).toEqual([]);
  });

  test("serves everybody else where one customer's timers fail, then says whose", async () => {
    const [broken, fine] = [customerIds(3), customerIds(4)];
    for (const ids of [broken, fine]) await orderAndAccept(engine, ids);
    await engine.test.asSuperuser(
      `update machine set snapshot = jsonb_set(snapshot, '{context,start}', '"2098-99-99"')
       where machine_id = $1`,
      [broken.contractId],
    );
    const swept = engine.sweepAt(moment("2025-04-02"));
    await expect(swept).rejects.toThrow(`The timers of ${broken.customerId} could not fire`);
    const { contract, timer } = await everythingStored(engine.test);
    const statusOf = ({ contractId }: typeof fine) =>
      contract?.find(({ contract_id }) => contract_id === contractId)?.["status"];
    expect([statusOf(broken), statusOf(fine)]).toEqual(["preparing", "active"]);
    expect(timer).toContainEqual(expect.objectContaining({ machine_id: broken.contractId }));
  });
});

describe("timers that are due at the same instant", () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.close());

  test("fire on the contract after those on its options, however many are read", async () => {
    const ids = customerIds(5);
    await orderAndAccept(engine, ids);
    await engine.sweepAt(moment("2025-04-02"));
    const discontinuationId = ids.payment("discontinuation").machineId;
    const [endDay, device] = ["2025-12-31", { ...ids.contract, kind: "option" as const }];
    await mustDo(
      engine.send({ ...device, machineId: ids.deviceId }, "operations", moment("2025-06-01"), {
        ...{ type: "discontinue", discontinuationId, endDay },
      }),
    );
    const cancel = { type: "cancel", wish: endDay };
    await mustDo(engine.send(ids.contract, "owner", moment("2025-07-01"), cancel));
    const [cutoff, { customerId }] = [moment("2026-01-01", 0), ids];
    // By ids alone the contract would come first.
    expect(ids.contractId < ids.deviceId).toBe(true);
    const read = (most: number | null) =>
      engine.database.transaction({ role: "portal_engine" }, (tx) =>
        readDueTimers(tx, [{ customerId, cutoff }], most),
      );
    const ending = (await read(null)).filter(({ dueAt }) => dueAt === cutoff);
    expect(ending.map(({ kind }) => kind)).toEqual(["option", "contract"]);
    const all = await read(null);
    for (const most of [1, all.length - 1]) expect(await read(most)).toEqual(all.slice(0, most));
  });
});
