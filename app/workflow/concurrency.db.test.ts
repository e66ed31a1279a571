import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lockDueCustomers } from "#db/queries/engine/lock-customers.ts";
import type { CustomerState } from "#machines/engine/change.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { customerIds, machineOf, moment } from "#test/helpers/commands.ts";
import { orderAndAccept } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { everythingStored, faultsOf } from "#test/helpers/stored.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

describe("commands of one customer at the same time", () => {
  test("keep one order, and their numbers have no gap", async () => {
    const ids = customerIds(1);
    const at = moment("2025-03-03");
    await engine.addCustomer(ids.customerId, ids.n);
    const contracts = Array.from({ length: 20 }, (_, n) =>
      machineOf("contract", ids.customerId, derivedId(ids.customerId, `contract ${n}`)),
    );
    await Promise.all(contracts.map((to) => engine.send(to, "owner", at, { type: "openDraft" })));
    const orders = await Promise.all(
      contracts.flatMap((to) => [
        engine.send(to, "owner", at, submit("2025-04-01")),
        engine.send(to, "owner", at, { type: "withdraw" }),
        engine.send(to, "owner", at, submit("2025-05-01")),
      ]),
    );
    expect(orders.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(20);
    const { contract, machine_event } = await everythingStored(engine.test);
    const numbers = contract?.map(({ number }) => String(number)).toSorted();
    expect(numbers).toEqual(
      contracts.map((_, n) => `C000001-${String(n + 1).padStart(2, "0")}`).toSorted(),
    );
    const seqs = new Map<unknown, number[]>();
    for (const { machine_id, seq } of machine_event ?? []) {
      seqs.set(machine_id, [...(seqs.get(machine_id) ?? []), Number(seq)]);
    }
    for (const list of seqs.values()) {
      expect(list.toSorted((a, b) => a - b)).toEqual(list.map((_, index) => index + 1));
    }
    expect(await faultsOf(engine.test)).toEqual([]);
  });
});

describe("several sweeps at the same time", () => {
  test("fire every timer once", async () => {
    const many = Array.from({ length: 8 }, (_, n) => customerIds(n + 10));
    for (const ids of many) await orderAndAccept(engine, ids);
    const fired = await Promise.all([1, 2, 3].map(() => engine.sweepAt(moment("2025-06-10", 10))));
    // Each contract starts, its invoice is asked for a card twice, is overdue, reminded of twice, and earns twice.
    expect(fired.reduce((sum, count) => sum + count, 0)).toBe(8 * 8);
    const { audit, invoice } = await everythingStored(engine.test);
    expect(audit?.filter(({ outcome }) => outcome === "timer dropped")).toEqual([]);
    expect(invoice?.map(({ status }) => status)).toEqual(Array(8).fill("overdue"));
    expect(await faultsOf(engine.test)).toEqual([]);
  });

  test("and commands between them change nothing twice", async () => {
    const many = Array.from({ length: 6 }, (_, n) => customerIds(n + 30));
    for (const ids of many) await orderAndAccept(engine, ids);
    const at = moment("2026-03-01", 10);
    await Promise.all([
      engine.sweepAt(at),
      ...many.map((ids) =>
        engine.send(ids.contract, "owner", at, { type: "cancel", wish: "earliest" }),
      ),
      engine.sweepAt(at),
    ]);
    expect(await faultsOf(engine.test)).toEqual([]);
    const { contract } = await everythingStored(engine.test);
    const ends = contract?.filter(({ end_day }) => end_day === "2026-05-01");
    expect(ends).toHaveLength(6);
  });
});

describe("the customers whose timers come next", () => {
  const cutoff = moment("2025-03-20");
  const add = async (n: number, dueAt: string) => {
    const { customerId, contractId } = customerIds(n);
    await engine.addCustomer(customerId, n);
    await engine.test.asSuperuser(
      `insert into timer (customer_id, machine_id, timer_id, due_at, event)
       values ($1, $2, 'x', $3, '{}'), ($1, $2, 'y', $3, '{}')`,
      [customerId, contractId, dueAt],
    );
  };

  test("are those with the earliest, of those that are free and not named", async () => {
    await add(51, "2025-03-10");
    await add(52, "2025-03-05");
    await add(53, "2025-03-15");
    await add(54, "2026-01-01");
    const scope = { role: "portal_engine" } as const;
    const numbersOf = (locked: Map<string, CustomerState>) =>
      [...locked.values()].map(({ number }) => number);
    const next = (most: number, passOver: number[] = []) =>
      engine.database.transaction(scope, async (tx) => {
        const excluded = passOver.map((n) => customerIds(n).customerId);
        return numbersOf(await lockDueCustomers(tx, cutoff, most, excluded));
      });
    expect(await next(1)).toEqual([52]);
    expect(await next(1, [52])).toEqual([51]);
    expect(await next(4)).toEqual([52, 51]);
    expect(await next(100)).toEqual([52, 51, 53]);
    expect(await next(1, [51, 52, 53])).toEqual([]);
    if (engine.database.kind === "pglite") return;
    await engine.database.transaction(scope, async (tx) => {
      expect(numbersOf(await lockDueCustomers(tx, cutoff, 1))).toEqual([52]);
      await engine.database.transaction(scope, async (other) => {
        expect(numbersOf(await lockDueCustomers(other, cutoff, 2))).toEqual([51]);
        expect(await next(100)).toEqual([53]);
      });
      expect(await next(100)).toEqual([51, 53]);
    });
    expect(await next(1)).toEqual([52]);
  });
});
