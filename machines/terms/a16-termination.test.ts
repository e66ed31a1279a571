import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, tokyoDay } from "../calendar.ts";
import { articleOf } from "./articles.ts";
import {
  accelerationBy,
  breachItems,
  breachLabels,
  demandOverAt,
  proposedDemandEnd,
  terminationGrounds,
  terminationWay,
  type Acceleration,
  type BreachItem,
} from "./a16-termination.ts";

type Row = [item: BreachItem, when: "atOnce" | "afterDemand", clause: string, due: Acceleration];

const afterDemand = (item: BreachItem): Row => [item, "afterDemand", "A16.1(1)", "onUncured"];
const atOnce = (item: BreachItem): Row => [item, "atOnce", item, "onRecord"];
const seventeen = Array.from({ length: 17 }, (_, n) => `A15.1(${n + 1})` as BreachItem);

const rows: Row[] = [
  ...seventeen.map(afterDemand),
  afterDemand("A16.1(1)"),
  atOnce("A16.1(2)"),
  atOnce("A16.1(3)"),
  atOnce("A16.1(4)"),
  atOnce("A16.1(5)"),
  atOnce("A16.1(6)"),
  atOnce("A16.1(7)"),
  atOnce("A16.1(8)"),
  atOnce("A16.1(9)"),
  ["A32", "atOnce", "A32.3", "never"],
];

describe("a breach under", () => {
  test.each(rows)(
    "%s ends contracts %s by %s, and debts fall due: %s",
    (item, when, clause, due) => {
      expect(terminationWay(item)).toEqual({ when, clause });
      expect(accelerationBy(item)).toBe(due);
    },
  );

  test("every item that can be chosen has a row above", () => {
    expect(breachItems).toEqual(rows.map(([item]) => item));
    expect(Object.keys(terminationGrounds)).toHaveLength(9);
  });

  test("every item has a clause of the terms and words of its own", () => {
    for (const item of breachItems) expect(articleOf(item)).toBeDefined();
    for (const locale of ["ja", "en"] as const) {
      const words = breachItems.map((item) => breachLabels[item][locale]);
      expect(new Set(words).size).toBe(27);
    }
  });
});

test("whatever moves debts is an item of A16.1, and nothing is due before a demand was needed", () => {
  fc.assert(
    fc.property(fc.constantFrom(...breachItems), (item) => {
      const { when, clause } = terminationWay(item);
      if (accelerationBy(item) !== "never") expect(clause).toMatch(/^A16\.1/);
      expect(accelerationBy(item) === "onUncured").toBe(when === "afterDemand");
    }),
  );
});

describe("the period of a demand", () => {
  test.each([
    ["2026-03-02", 14, "2026-03-16"],
    ["2026-02-28", 14, "2026-03-14"],
    ["2028-02-15", 14, "2028-02-29"],
    ["2026-12-31", 14, "2027-01-14"],
    ["2026-05-01", 0, "2026-05-01"],
  ])("made on %s over %i days ends on %s", (day, formalDemandPeriodDays, end) => {
    const found = proposedDemandEnd(dayOf(day), { formalDemandPeriodDays });
    expect(found.day.toString()).toBe(end);
    expect(found.derivation).toMatchObject({ clause: "A16.1(1)", rule: "daysAfter", from: day });
  });

  test.each([
    ["2026-03-16", "2026-03-16T15:00:00.000Z"],
    ["2026-12-31", "2026-12-31T15:00:00.000Z"],
    ["2028-02-29", "2028-02-29T15:00:00.000Z"],
  ])("until %s is over at %s", (until, instant) => {
    expect(demandOverAt(dayOf(until))).toBe(instant);
  });

  test("is over when its last day is, on every day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2099-12-30"), noInvalidDate: true }),
        (date) => {
          const until = tokyoDay(date.toISOString());
          const over = demandOverAt(until);
          const lastMoment = new Date(Date.parse(over) - 1).toISOString();
          expect(tokyoDay(lastMoment).toString()).toBe(until.toString());
          expect(tokyoDay(over).toString()).toBe(until.add({ days: 1 }).toString());
        },
      ),
    );
  });
});
