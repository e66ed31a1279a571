import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as slow from "#test/helpers/day-by-day.ts";
import { dayOf } from "../calendar.ts";
import { invoiceDueDay, invoiceIssueBy, quoteValidUntil } from "./a12-fees.ts";

const dayOrNull = (iso: string | null) => (iso ? dayOf(iso) : null);

describe("given a term's start, the invoice is issued by that month's end", () => {
  test.each([
    ["2026-04-01", "2026-04-30"],
    ["2026-04-30", "2026-04-30"],
    ["2028-02-01", "2028-02-29"],
    ["2028-02-29", "2028-02-29"],
    ["2027-02-28", "2027-02-28"],
    ["2026-12-15", "2026-12-31"],
  ])("%s: by %s", (start, last) => {
    expect(invoiceIssueBy(dayOf(start))).toMatchObject({
      derivation: { clause: "A12.2", result: last },
    });
    expect(invoiceIssueBy(dayOf(start)).day.toString()).toBe(last);
  });
});

describe("given start, issue and delivery, the invoice is due at the end of the next month", () => {
  test.each([
    ["in time", "2026-02-01", "2026-02-05", "2026-02-05", "2026-03-31", "2026-03-31"],
    [
      "delivered on the last day",
      "2026-02-01",
      "2026-02-28",
      "2026-02-28",
      "2026-03-31",
      "2026-03-31",
    ],
    ["delivered a day later", "2026-02-01", "2026-02-28", "2026-03-01", "2026-04-30", "2026-04-30"],
    ["issued late", "2026-02-01", "2026-03-02", "2026-03-02", "2026-04-30", "2026-04-30"],
    [
      "issued before the term",
      "2026-02-01",
      "2026-01-20",
      "2026-01-20",
      "2026-03-31",
      "2026-03-31",
    ],
    ["delivery not known", "2026-02-01", "2026-02-05", null, "2026-03-31", "2026-03-31"],
    ["to February", "2026-01-31", "2026-01-31", "2026-01-31", "2026-02-28", "2026-03-02"],
    ["to a leap day", "2028-01-31", "2028-01-31", "2028-01-31", "2028-02-29", "2028-02-29"],
    ["to a Sunday", "2026-04-01", "2026-04-01", "2026-04-01", "2026-05-31", "2026-06-01"],
    ["to the year's end", "2026-11-30", "2026-11-30", "2026-11-30", "2026-12-31", "2027-01-04"],
    ["starts on a leap day", "2028-02-29", "2028-02-29", "2028-02-29", "2028-03-31", "2028-03-31"],
  ])("%s", (_, start, issued, delivered, asIs, moved) => {
    const days = {
      termStart: dayOf(start),
      issuedOn: dayOf(issued),
      deliveredOn: dayOrNull(delivered),
    };
    expect(invoiceDueDay(days, "as_is").day.toString()).toBe(asIs);
    expect(invoiceDueDay(days, "next_business_day").day.toString()).toBe(moved);
    expect(invoiceDueDay(days, "next_business_day").derivation).toMatchObject({
      clause: "A12.2",
      result: moved,
    });
  });

  test("says which day decided and what moved", () => {
    const days = {
      termStart: dayOf("2026-03-01"),
      issuedOn: dayOf("2026-03-31"),
      deliveredOn: dayOf("2026-04-01"),
    };
    expect(invoiceDueDay(days, "next_business_day").derivation.steps).toMatchObject([
      { rule: "latestOf", decidedBy: "deliveredOn", result: "2026-04-01" },
      { rule: "endOfMonth", from: "2026-04-01", result: "2026-05-31" },
      { rule: "nextBankingDay", closed: [{ day: "2026-05-31", reason: "sunday" }] },
    ]);
  });

  test("agrees with walking to the end of the next month", () => {
    const offset = fc.nat({ max: 9000 });
    fc.assert(
      fc.property(
        offset,
        fc.integer({ min: -40, max: 70 }),
        fc.nat({ max: 40 }),
        (n, issue, post) => {
          const termStart = dayOf("2022-01-01").add({ days: n });
          const issuedOn = termStart.add({ days: issue });
          const deliveredOn = issuedOn.add({ days: post });
          const last = [termStart, issuedOn, deliveredOn].map(String).toSorted()[2] ?? "";
          const due = invoiceDueDay({ termStart, issuedOn, deliveredOn }, "as_is").day.toString();
          expect(due).toBe(slow.endOfMonth(last, 1));
        },
      ),
      { numRuns: 500 },
    );
  });
});

test.each([
  ["2026-01-01", 30, "2026-01-31"],
  ["2026-01-30", 30, "2026-03-01"],
  ["2028-01-30", 30, "2028-02-29"],
  ["2026-12-31", 30, "2027-01-30"],
  ["2026-05-01", 45, "2026-06-15"],
])("a quote of %s that is valid for %i days can be ordered until %s", (issued, days, last) => {
  const found = quoteValidUntil(dayOf(issued), { quoteValidityDays: days });
  expect(found.day.toString()).toBe(last);
  expect(found.derivation.clause).toBe("A12.1");
});
