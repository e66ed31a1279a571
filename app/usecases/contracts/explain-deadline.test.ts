import { describe, expect, test } from "vitest";
import type { PendingEnd } from "#machines/contract/ends.ts";
import { explainDueDay, explainEnd, explainListedTerm } from "./explain-deadline.ts";

const invoice = (dueDay: string | null) => {
  return { dueDay, issueDay: "2026-04-01", periodStart: "2026-04-01" };
};

describe("why an invoice is due on its day", () => {
  test.each([
    ["by the invoice", "2026-06-01", null, "A12.2"],
    ["by the invoice, although the contract has ended", "2026-06-01", "2026-12-31", "A12.2"],
    ["by acceleration", "2026-05-11", null, "A16.2"],
    ["by acceleration, before the end", "2026-05-11", "2026-05-31", "A16.2"],
  ])("%s: %s", (_, dueDay, endDay, clause) => {
    const found = explainDueDay(invoice(dueDay), endDay);
    expect(found?.derivation).toMatchObject({ clause, result: dueDay });
    expect(found?.day.toString()).toBe(dueDay);
  });

  test("by the end of the contract, which comes earlier", () => {
    const late = { dueDay: "2026-04-30", issueDay: "2026-04-01", periodStart: "2026-04-01" };
    expect(explainDueDay(late, "2026-03-31")?.derivation).toMatchObject({
      ...{ clause: "A17.2", result: "2026-04-30" },
    });
  });

  test("is not told before it is issued, nor where the day lies later than any rule puts it", () => {
    expect(explainDueDay({ ...invoice(null), issueDay: null }, null)).toBeNull();
    expect(explainDueDay(invoice("2026-08-31"), null)).toBeNull();
  });
});

const end = (given: Partial<PendingEnd>): PendingEnd => ({
  ...{ id: "1", cause: "cancelled", by: "customer", noticeDay: "2026-02-01" },
  ...{ endDay: "2026-04-01", clause: "A17.1", ref: null, refund: "none", withdrawalAskedOn: null },
  ...given,
});

describe("why a contract ends on its day", () => {
  test.each([
    ["a customer's notice", end({}), "A17.1"],
    ["a later day wished for", end({ endDay: "2026-05-20" }), "A17.1"],
    ["the operator's notice", end({ by: "operator", refund: "unearned" }), "A17.1"],
    [
      "a renewal that was declined",
      end({ cause: "expired", clause: "A10.2", noticeDay: "2026-01-20", endDay: "2026-03-31" }),
      "A10.2",
    ],
    [
      "a discontinuation",
      end({ cause: "discontinued", by: "operator", clause: "A20.1", endDay: "2026-09-30" }),
      "A20.1",
    ],
    ["an assignment", end({ cause: "assigned", clause: "A31.1", endDay: "2026-06-30" }), "A31.1"],
  ])("%s", (_, given, clause) => {
    expect(explainEnd(given)).toMatchObject({ clause, result: given.endDay });
  });

  test("is nothing to work out where somebody set the day", () => {
    expect(explainEnd(end({ cause: "terminated", by: "operator", clause: "A16.1" }))).toBeNull();
    expect(explainEnd(end({ cause: "restricted", by: "operator", clause: "A19.4" }))).toBeNull();
  });
});

test.each([
  ["the first term", "2025-04-01", "2025-04-01", "2026-03-31", "A10.1"],
  ["a renewed term", "2025-04-01", "2026-04-01", "2027-03-31", "A10.2"],
  ["a leap day's term", "2024-02-29", "2024-02-29", "2025-02-28", "A10.1"],
])("%s ends on its last day", (_, startDay, termStart, termEnd, clause) => {
  const found = explainListedTerm({ startDay, termStart, termEnd });
  expect(found).toMatchObject({ clause, result: termEnd, from: termStart });
});

test("a term that was cut short, and none, say nothing", () => {
  const startDay = "2025-04-01";
  const cut = { startDay, termStart: "2026-04-01", termEnd: "2026-09-30" };
  expect(explainListedTerm(cut)).toBeNull();
  expect(explainListedTerm({ startDay, termStart: null, termEnd: null })).toBeNull();
});
