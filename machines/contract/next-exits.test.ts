import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, dayOf } from "../calendar.ts";
import { createWorld, type World } from "../engine/world.ts";
import type { MachineEvent } from "../engine/outgoing.ts";
import type { InvoiceContext } from "../invoice/context.ts";
import { definitions } from "../registry.ts";
import { actorOf, customerIds } from "#test/helpers/commands.ts";
import { optionMenu, submit } from "#test/helpers/sample-events.ts";
import type { ContractContext } from "./context.ts";
import { nextExits, nextOptionExits, type NextExits } from "./next-exits.ts";

const ids = customerIds(1);
const plus = (day: string, days: number) => dayOf(day).add({ days }).toString();
const noon = (day: string) => at(dayOf(day), 12);

function send(world: World, sender: "owner" | "operations", day: string, event: MachineEvent) {
  const commandId = `${event.type} ${day}`;
  const receivedAt = noon(day);
  return world.send({ ...ids.contract, commandId, actor: actorOf(sender), receivedAt, event });
}

/** A contract with a lent device and a piece of work, accepted eighty days before its start. */
function worldWith(start: string): World {
  const counters = { contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 };
  const world = createWorld(
    (kind) => definitions[kind],
    [{ customerId: ids.customerId, number: 1, ...counters }],
  );
  const ordered = plus(start, -80);
  const options = [
    optionMenu(ids.deviceId, "device", 240_000),
    optionMenu(ids.workId, "work", 500_000),
  ];
  send(world, "owner", ordered, { type: "openDraft" });
  send(world, "owner", ordered, submit(start, options));
  send(world, "operations", ordered, { type: "verifyMaintenance" });
  send(world, "operations", ordered, { type: "accept" });
  send(world, "operations", ordered, { type: "setStart", startDay: start });
  return world;
}

const contractOf = (world: World) =>
  world.of(ids.customerId).machines.get(ids.contractId)?.snapshot
    .context as unknown as ContractContext;

/** What has been invoiced so far, in yen: nobody pays in these worlds. */
const invoiced = (world: World) =>
  [...world.of(ids.customerId).machines.values()]
    .filter(({ kind }) => kind === "invoice")
    .reduce((sum, { snapshot }) => sum + (snapshot.context as unknown as InvoiceContext).total, 0);

/** What a notice of one day led to when the world went on. */
interface Tried {
  noticeDay: string;
  wish: string | null;
  endDay: string;
  fees: number;
}

/** Lets a world go on to the end of its contract. */
function lived(world: World, noticeDay: string, wish: string | null, before: number): Tried[] {
  const mine = world.fork();
  if (!send(mine, "owner", noticeDay, { type: "cancel", wish }).ok) return [];
  const [{ endDay } = { endDay: "" }] = contractOf(mine).ends;
  mine.advance(at(dayOf(endDay).add({ days: 1 }), 1));
  expect(contractOf(mine).ended?.day).toBe(endDay);
  return [{ noticeDay, wish, endDay, fees: invoiced(mine) - before }];
}

/** Gives notice on every day from today on, one by one, without a wish and as early as can be. */
function tryEveryDay(world: World, today: string, days: number): Tried[] {
  const going = world.fork();
  const before = invoiced(going);
  return Array.from({ length: days }, (_, n) => plus(today, n)).flatMap((day) => {
    going.advance(noon(day));
    return [null, "earliest"].flatMap((wish) => lived(going, day, wish, before));
  });
}

/** Days of three years, every other one at a month's end or beside one. */
const someDay = fc.oneof(
  fc.nat({ max: 1095 }).map((n) => plus("2025-01-01", n)),
  fc
    .record({ months: fc.nat({ max: 36 }), off: fc.integer({ min: -2, max: 1 }) })
    .map(({ months, off }) => dayOf("2025-01-01").add({ months }).add({ days: off }).toString()),
  fc.constantFrom("2028-02-29", "2027-12-31", "2026-04-30"),
);

describe("the next exits", () => {
  test("are those that a slow trial of every single day of notice finds, at the same price", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -75, max: 420 }), (start, after) => {
        const today = plus(start, after);
        const world = worldWith(start);
        world.advance(noon(today));
        const { exits, late } = nextExits(contractOf(world), today);
        const tried = tryEveryDay(world, today, 420);
        const lastDay = plus(today, 419);
        for (const exit of exits.filter(({ noticeBy }) => noticeBy < lastDay)) {
          const ended = tried.filter(({ endDay }) => endDay === exit.endDay);
          if (exit.basis === "A10.2") {
            expect(ended.map(({ noticeDay }) => noticeDay).at(-1)).toBe(exit.noticeBy);
          }
          if (exit.wish === "term" || exit.wish === "earliest") {
            const wish = exit.wish === "term" ? null : exit.wish;
            const same = ended.find((one) => one.noticeDay === exit.noticeBy && one.wish === wish);
            expect(same).toMatchObject({ fees: exit.fees });
          } else {
            const byWish = world.fork();
            byWish.advance(noon(exit.noticeBy));
            const given = lived(byWish, exit.noticeBy, exit.wish, invoiced(world));
            expect(given).toMatchObject([{ endDay: exit.endDay, fees: exit.fees }]);
            byWish.advance(noon(plus(exit.noticeBy, 1)));
            const tooLate = lived(byWish, plus(exit.noticeBy, 1), exit.wish, invoiced(world));
            expect(tooLate[0]?.endDay).not.toBe(exit.endDay);
          }
        }
        // Nothing ends earlier than the first exit, and nothing costs less than the cheapest.
        const least = (of: readonly number[]) => Math.min(...of);
        expect(exits[0]?.endDay).toBe(tried.map(({ endDay }) => endDay).toSorted()[0]);
        expect(least(exits.map(({ fees }) => fees))).toBe(least(tried.map(({ fees }) => fees)));
        if (late && late.lateDay <= lastDay) {
          const cheapestOn = (day: string) =>
            least(tried.filter((one) => one.noticeDay === day).map(({ fees }) => fees));
          expect(late.extra).toBe(cheapestOn(late.lateDay) - cheapestOn(late.lastDay));
          expect(late.extra).toBeGreaterThan(0);
        }
      }),
      { numRuns: 3 },
    );
  }, 120_000);
});

describe("given a contract of 2025-04-01", () => {
  const first = 2_134_000;
  const later = 1_584_000;
  const on = (today: string, prepare?: (world: World) => void): NextExits => {
    const world = worldWith("2025-04-01");
    prepare?.(world);
    world.advance(noon(today));
    return nextExits(contractOf(world), today);
  };
  const rows = ({ exits }: NextExits) =>
    exits.map(({ endDay, noticeBy, fees, saved, beyondCheapest }) => {
      return [endDay, noticeBy, fees, saved, beyondCheapest];
    });

  test("in time, ending early saves nothing and the next term costs a year more", () => {
    const found = on("2025-12-01");
    expect(rows(found)).toEqual([
      ["2026-02-01", "2025-12-01", 0, 2 * later, 0],
      ["2026-03-31", "2026-01-31", 0, 2 * later, 0],
      ["2027-03-31", "2027-01-31", later, later, later],
      ["2028-03-31", "2028-01-31", 2 * later, 0, 2 * later],
    ]);
    expect(found).toMatchObject({ stayUntil: "2027-12-01", stayFees: 2 * later });
    expect(found.late).toEqual({
      ...{ lastDay: "2026-01-31", lateDay: "2026-02-01", endDay: "2026-03-31" },
      ...{ lateEndDay: "2026-04-01", extra: later },
    });
  });

  test("only the present term's end is asked for without a day", () => {
    const wishes = on("2025-12-01").exits.map(({ wish }) => wish);
    expect(wishes).toEqual(["earliest", "term", "2027-03-31", "2028-03-31"]);
  });

  test("a day late, the earliest end costs as much as the whole next term", () => {
    const found = on("2026-02-01");
    expect(rows(found)).toEqual([
      ["2026-04-01", "2026-02-01", later, later, 0],
      ["2027-03-31", "2027-01-31", later, later, 0],
      ["2028-03-31", "2028-01-31", 2 * later, 0, later],
    ]);
    expect(found.late).toBeNull();
  });

  test("on the last day in time, the earliest end is that of the term", () => {
    const [exit] = on("2026-01-31").exits;
    expect(exit).toMatchObject({ endDay: "2026-03-31", basis: "A10.2", wish: "term" });
  });

  test("before the start, an end before it costs nothing", () => {
    const found = on("2025-01-15");
    expect(rows(found)[0]).toEqual(["2025-03-15", "2025-01-15", 0, first + later, 0]);
    expect(found.exits[1]).toMatchObject({
      ...{ endDay: "2025-03-31", noticeBy: "2025-01-31", wish: "2025-03-31", fees: 0 },
      ...{ effectiveFrom: "2025-04-01", basis: "A17.1" },
    });
    expect(rows(found)[2]).toEqual(["2026-03-31", "2026-01-31", first, later, first]);
  });

  test("an end that is noted leaves only the earlier ones", () => {
    const found = on("2025-12-01", (world) => {
      send(world, "owner", "2025-06-01", { type: "cancel", wish: "2026-03-31" });
    });
    expect(rows(found)).toEqual([["2026-02-01", "2025-12-01", 0, 0, 0]]);
    expect(found).toMatchObject({ stayUntil: "2026-03-31", stayFees: 0, late: null });
  });

  test("an option has the same days, at what it adds to the invoices; work has none", () => {
    const world = worldWith("2025-04-01");
    world.advance(noon("2025-12-01"));
    const found = nextOptionExits(contractOf(world), ids.deviceId, "2025-12-01")!;
    expect(rows(found)).toEqual([
      ["2026-02-01", "2025-12-01", 0, 2 * 264_000, 0],
      ["2026-03-31", "2026-01-31", 0, 2 * 264_000, 0],
      ["2027-03-31", "2027-01-31", 264_000, 264_000, 264_000],
      ["2028-03-31", "2028-01-31", 2 * 264_000, 0, 2 * 264_000],
    ]);
    expect(found.late).toMatchObject({ lateEndDay: "2026-04-01", extra: 264_000 });
    expect(nextOptionExits(contractOf(world), ids.workId, "2025-12-01")).toBeNull();
  });
});
