import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as slow from "#test/helpers/day-by-day.ts";
import { dayOf, tokyoDay } from "../calendar.ts";
import {
  renewalFixedAt,
  renewalNoticeDay,
  renewalReminders,
  termAfter,
  termFrom,
} from "./a10-term.ts";
import { policyOn } from "./policy.ts";

describe("given a start, the term is a year and the notice day two months before its end", () => {
  test.each([
    ["2025-04-01", "2026-03-31", "2026-01-31", "2027-03-31"],
    ["2024-02-29", "2025-02-28", "2024-12-31", "2026-02-28"],
    ["2025-03-01", "2026-02-28", "2025-12-31", "2027-02-28"],
    ["2027-03-01", "2028-02-29", "2027-12-31", "2029-02-28"],
    ["2025-08-31", "2026-08-30", "2026-06-30", "2027-08-30"],
    ["2025-05-01", "2026-04-30", "2026-02-28", "2027-04-30"],
    ["2027-05-01", "2028-04-30", "2028-02-29", "2029-04-30"],
    ["2026-01-01", "2026-12-31", "2026-10-31", "2027-12-31"],
    ["2025-04-30", "2026-04-29", "2026-02-28", "2027-04-29"],
  ])("%s: ends %s, notice by %s, next end %s", (start, end, notice, nextEnd) => {
    const term = termFrom(dayOf(start));
    expect(term.end.toString()).toBe(end);
    expect(term.derivation).toMatchObject({ clause: "A10.1", from: start, result: end });
    expect(renewalNoticeDay(term.end).day.toString()).toBe(notice);
    expect(renewalNoticeDay(term.end).derivation).toMatchObject({
      clause: "A10.2",
      result: notice,
    });
    const next = termAfter(term.end);
    expect([next.start.toString(), next.end.toString()]).toEqual([slow.nextDay(end), nextEnd]);
    expect(next.derivation.clause).toBe("A10.2");
  });

  test("twenty years of renewals leave no gap and agree with counting", () => {
    const start = fc.nat({ max: 4000 }).map((n) => dayOf("2022-01-01").add({ days: n }));
    fc.assert(
      fc.property(start, (first) => {
        let term = termFrom(first);
        for (let year = 0; year < 20; year += 1) {
          expect(term.end.toString()).toBe(slow.endOfPeriod(term.start.toString(), 12));
          const notice = slow.lastNoticeDay(term.end.toString(), 2, "customer");
          expect(renewalNoticeDay(term.end).day.toString()).toBe(notice);
          const next = termAfter(term.end);
          expect(next.start.toString()).toBe(slow.nextDay(term.end.toString()));
          term = next;
        }
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});

describe("renewalFixedAt", () => {
  test.each([
    ["2026-03-31", "2026-01-31T15:00:00.000Z"],
    ["2028-04-30", "2028-02-29T15:00:00.000Z"],
    ["2026-02-28", "2025-12-31T15:00:00.000Z"],
    ["2028-02-29", "2027-12-31T15:00:00.000Z"],
    ["2026-08-31", "2026-06-30T15:00:00.000Z"],
    ["2027-06-30", "2027-04-30T15:00:00.000Z"],
  ])("for a term to %s is %s, 24:00 in Tokyo", (end, instant) => {
    const notice = renewalNoticeDay(dayOf(end)).day.toString();
    expect(renewalFixedAt(dayOf(end))).toBe(instant);
    expect(tokyoDay(instant).toString()).toBe(slow.nextDay(notice));
    expect(tokyoDay(new Date(Date.parse(instant) - 1).toISOString()).toString()).toBe(notice);
  });
});

describe("renewalReminders", () => {
  const policy = policyOn(dayOf("2026-01-01"));
  test.each([
    ["2026-03-31", ["2026-01-01", "2026-01-01", "2026-01-17", "2026-01-26"]],
    ["2028-04-30", ["2028-01-30", "2028-01-30", "2028-02-15", "2028-02-24"]],
    ["2026-04-30", ["2026-01-29", "2026-01-29", "2026-02-14", "2026-02-23"]],
    ["2026-02-28", ["2025-12-01", "2025-12-01", "2025-12-17", "2025-12-26"]],
    ["2028-05-14", ["2028-02-13", "2028-02-13", "2028-02-29", "2028-03-09"]],
  ])("for a term to %s", (end, days) => {
    const reminders = renewalReminders(dayOf(end), policy);
    expect(reminders.map(({ day }) => day.toString())).toEqual(days);
    expect(reminders.map(({ to, daysBefore }) => [to, daysBefore])).toEqual([
      ["customer", 30],
      ["finance", 30],
      ["customer", 14],
      ["customer", 5],
    ]);
    for (const { at, day, derivation } of reminders) {
      expect(at).toBe(`${day.toString()}T00:00:00.000Z`);
      expect(derivation).toMatchObject({ clause: "A10.2", rule: "daysBefore" });
    }
  });

  test("follow the policy", () => {
    const own = { renewalReminderDays: [], renewalFinanceReminderDays: 10, reminderHour: 18 };
    const [only, ...others] = renewalReminders(dayOf("2026-03-31"), own);
    expect(others).toEqual([]);
    expect([only?.to, only?.at]).toEqual(["finance", "2026-01-21T09:00:00.000Z"]);
  });
});
