import { describe, expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import { erasureDueDay, erasureStores, exportReminder, isWholeErasure } from "./a18-erasure.ts";
import { policyOn } from "./policy.ts";

const policy = policyOn(dayOf("2026-01-01"));

describe("given the day of an end, the data is erased within two months, with a reminder 14 days before", () => {
  test.each([
    ["2026-03-31", "2026-05-31", "2026-05-17T00:00:00.000Z"],
    ["2025-12-31", "2026-02-28", "2026-02-14T00:00:00.000Z"],
    ["2027-12-31", "2028-02-29", "2028-02-15T00:00:00.000Z"],
    ["2028-02-29", "2028-04-30", "2028-04-16T00:00:00.000Z"],
    ["2026-02-28", "2026-04-30", "2026-04-16T00:00:00.000Z"],
    ["2026-06-30", "2026-08-31", "2026-08-17T00:00:00.000Z"],
    ["2026-08-15", "2026-10-15", "2026-10-01T00:00:00.000Z"],
  ])("%s: erased by %s, reminded at %s", (end, due, reminded) => {
    expect(erasureDueDay(dayOf(end), policy)).toMatchObject({ derivation: { clause: "A18.1" } });
    expect(erasureDueDay(dayOf(end), policy).day.toString()).toBe(due);
    expect(exportReminder(dayOf(end), policy).at).toBe(reminded);
  });
});

test.each([
  [1, 366, "2026-04-01"],
  [1, 0, "2026-04-30"],
  [1, 29, "2026-04-01"],
  [3, 30, "2026-05-31"],
  [2, 61, "2026-04-01"],
])(
  "after %i months and %i days before, the reminder of an end on 2026-03-31 is on %s",
  (months, days, day) => {
    const own = { ...policy, erasureMonths: months, exportReminderDays: days };
    expect(exportReminder(dayOf("2026-03-31"), own).day.toString()).toBe(day);
  },
);

describe("an erasure is whole", () => {
  const all = erasureStores.map((store) => ({ store, outcome: "erased" as const }));
  test.each([
    ["where every store was erased", all, true],
    [
      "also where nothing was kept in some",
      all.map((one) => ({ ...one, outcome: "nothingKept" as const })),
      true,
    ],
    ["in whatever order", all.toReversed(), true],
    ["not where a store is missing", all.slice(1), false],
    ["not where a store comes twice", [...all.slice(1), all[1]!], false],
    ["not where one comes in addition", [...all, all[0]!], false],
    ["not where there is none", [], false],
  ])("%s", (_, stores, whole) => {
    expect(isWholeErasure(stores)).toBe(whole);
  });
});
