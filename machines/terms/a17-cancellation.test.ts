import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as slow from "#test/helpers/day-by-day.ts";
import { dayOf } from "../calendar.ts";
import { cancellationEnd, dueDayOfDebt, unpaidFeesDueDay } from "./a17-cancellation.ts";

type Wish = null | "earliest" | ReturnType<typeof dayOf>;
const wishOf = (wish: string | null): Wish =>
  wish === null || wish === "earliest" ? wish : dayOf(wish);

describe("given a customer's notice in the term to 2026-03-31 (notice day 2026-01-31)", () => {
  test.each([
    ["early, nothing asked", "2025-06-10", null, "2026-03-31", "A10.2", false],
    ["on the notice day", "2026-01-31", null, "2026-03-31", "A10.2", false],
    ["early, as soon as can be", "2025-06-10", "earliest", "2025-08-10", "A17.1", false],
    ["early, a later day in the term", "2025-06-10", "2025-12-31", "2025-12-31", "A17.1", false],
    ["early, a day that is too soon", "2025-06-10", "2025-07-31", "2025-08-10", "A17.1", false],
    ["early, the term's own end", "2025-06-10", "2026-03-31", "2026-03-31", "A10.2", false],
    ["early, a day in the next term", "2025-06-10", "2026-05-31", "2026-05-31", "A17.1", true],
    [
      "on the notice day, as soon as can be",
      "2026-01-31",
      "earliest",
      "2026-03-31",
      "A10.2",
      false,
    ],
    ["a day late", "2026-02-01", null, "2026-04-01", "A17.1", true],
    ["on the last day of February", "2026-02-28", null, "2026-04-30", "A17.1", true],
    ["late, asking for the term's end", "2026-02-28", "2026-03-31", "2026-04-30", "A17.1", true],
    ["late, a later day", "2026-02-28", "2026-06-30", "2026-06-30", "A17.1", true],
  ] as const)("%s", (_, noticeOn, wish, end, basis, renewsFirst) => {
    const found = cancellationEnd({
      by: "customer",
      noticeOn: dayOf(noticeOn),
      termEnd: dayOf("2026-03-31"),
      wish: wishOf(wish),
    });
    expect(found.day.toString()).toBe(end);
    expect(found).toMatchObject({ basis, renewsFirst, derivation: { clause: basis, result: end } });
    expect(found.earliest.toString()).toBe(slow.monthsAfter(noticeOn, 2));
  });
});

describe("given other terms and parties", () => {
  test.each([
    ["customer", "2026-06-30", "2026-08-30", null, "2026-08-30", "A10.2", false],
    ["customer", "2026-06-30", "2026-08-30", "earliest", "2026-08-30", "A10.2", false],
    ["customer", "2026-06-30", "2026-08-30", "2026-07-15", "2026-08-30", "A10.2", false],
    ["customer", "2026-06-29", "2026-08-30", "earliest", "2026-08-29", "A17.1", false],
    ["customer", "2027-12-31", "2028-02-29", null, "2028-02-29", "A10.2", false],
    ["customer", "2027-12-30", "2028-02-29", "earliest", "2028-02-29", "A10.2", false],
    ["customer", "2028-01-01", "2028-02-29", null, "2028-03-01", "A17.1", true],
    ["customer", "2028-02-29", "2028-12-31", "earliest", "2028-04-30", "A17.1", false],
    ["customer", "2026-02-28", null, null, "2026-04-30", "A17.1", false],
    ["operator", "2026-02-28", "2026-12-31", null, "2026-04-30", "A17.1", false],
    ["operator", "2025-06-10", "2026-03-31", "2026-03-31", "2026-03-31", "A17.1", false],
    ["operator", "2026-02-01", "2026-03-31", null, "2026-04-01", "A17.1", true],
    ["operator", "2025-12-30", "2026-12-31", null, "2026-02-28", "A17.1", false],
  ] as const)(
    "%s on %s, term to %s, wish %s",
    (by, noticeOn, termEnd, wish, end, basis, renews) => {
      const found = cancellationEnd({
        by,
        noticeOn: dayOf(noticeOn),
        termEnd: termEnd === null ? null : dayOf(termEnd),
        wish: wishOf(wish),
      });
      expect(found.day.toString()).toBe(end);
      expect(found).toMatchObject({ basis, renewsFirst: renews });
    },
  );
});

describe("whatever the notice", () => {
  const given = fc.record({
    notice: fc.nat({ max: 364 }),
    end: fc.nat({ max: 5000 }).map((n) => dayOf("2023-01-01").add({ days: n })),
    wish: fc.option(fc.oneof(fc.constant("earliest" as const), fc.nat({ max: 800 }))),
    by: fc.constantFrom("customer" as const, "operator" as const),
  });

  test("the end agrees with counting and nobody who gave notice in time is renewed unasked", () => {
    fc.assert(
      fc.property(given, ({ notice, end, wish, by }) => {
        const noticeOn = end.subtract({ days: notice });
        const asked = typeof wish === "number" ? noticeOn.add({ days: wish }) : wish;
        const found = cancellationEnd({ by, noticeOn, termEnd: end, wish: asked });
        const earliest = slow.monthsAfter(noticeOn.toString(), 2);
        const inTime = noticeOn.toString() <= slow.lastNoticeDay(end.toString(), 2, "customer");
        const termEnd = end.toString();
        const wished = asked === null || asked === "earliest" ? earliest : asked.toString();
        const byNotice = wished > earliest ? wished : earliest;
        let expected = byNotice;
        if (by === "customer" && inTime) {
          const later = typeof wish === "number" && wished > termEnd;
          if (wish === null || (!later && byNotice > termEnd)) expected = termEnd;
        }
        expect(found.day.toString()).toBe(expected);
        expect(found.renewsFirst).toBe(expected > termEnd);
        expect(found.basis === "A10.2").toBe(by === "customer" && inTime && expected === termEnd);
        expect(found.derivation.result).toBe(expected);
      }),
      { numRuns: 800 },
    );
  }, 30_000);
});

describe("unpaid fees fall due at the end of the month after the end", () => {
  test.each([
    ["2026-03-31", "2026-04-30", "2026-04-30"],
    ["2026-01-31", "2026-02-28", "2026-03-02"],
    ["2028-01-31", "2028-02-29", "2028-02-29"],
    ["2026-04-01", "2026-05-31", "2026-06-01"],
    ["2026-11-15", "2026-12-31", "2027-01-04"],
    ["2028-02-29", "2028-03-31", "2028-03-31"],
  ])("ended %s: %s, or %s", (ended, asIs, moved) => {
    expect(unpaidFeesDueDay(dayOf(ended), "as_is").day.toString()).toBe(asIs);
    const found = unpaidFeesDueDay(dayOf(ended), "next_business_day");
    expect(found.day.toString()).toBe(moved);
    expect(found.derivation.clause).toBe("A17.2");
  });
});

describe("a debt is due on the earliest of its due days", () => {
  test.each([
    ["2026-05-29", null, null, "2026-05-29", "invoice"],
    ["2026-05-29", "2026-04-10", null, "2026-04-10", "acceleration"],
    ["2026-05-29", null, "2026-04-30", "2026-04-30", "contractEnd"],
    ["2026-03-31", "2026-04-10", "2026-04-30", "2026-03-31", "invoice"],
    ["2028-02-29", "2028-02-29", "2028-03-31", "2028-02-29", "invoice"],
    [null, null, "2026-02-28", "2026-02-28", "contractEnd"],
  ])("invoice %s, acceleration %s, end %s: %s", (invoice, acceleration, contractEnd, due, by) => {
    const day = (iso: string | null) => (iso ? dayOf(iso) : null);
    const found = dueDayOfDebt({
      invoice: day(invoice),
      acceleration: day(acceleration),
      contractEnd: day(contractEnd),
    });
    expect(found.day.toString()).toBe(due);
    expect(found.derivation.decidedBy).toBe(by);
  });

  test("without any there is no due day", () => {
    const none = { invoice: null, acceleration: null, contractEnd: null };
    expect(() => dueDayOfDebt(none)).toThrow(RangeError);
  });
});
