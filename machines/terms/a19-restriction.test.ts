import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import {
  mayEndAfterRestriction,
  restrictionReason,
  restrictionReasons,
} from "./a19-restriction.ts";
import { articleOf } from "./articles.ts";

describe("the reasons for a restriction", () => {
  test("are the six of A19.1, the seven of A22.5 and that of A22.4, each a clause of the terms", () => {
    expect(restrictionReasons.map(({ clause }) => clause)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((item) => `A19.1(${item})`),
      ...[1, 2, 3, 4, 5, 6, 7].map((item) => `A22.5(${item})`),
      "A22.4",
    ]);
    for (const { clause, feeClause, label } of restrictionReasons) {
      expect(articleOf(clause)).toBeDefined();
      expect(articleOf(feeClause)).toBeDefined();
      expect(label.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(label.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
    expect(new Set(restrictionReasons.map(({ label }) => label.en)).size).toBe(14);
  });

  test.each([
    ["A19.1(1)", "A19.3", true],
    ["A19.1(6)", "A19.3", true],
    ["A22.5(4)", "A22.5", false],
    ["A22.5(7)", "A22.5", false],
    ["A22.4", "A22.4", false],
  ] as const)("%s: fees stay owed by %s, contracts may end: %s", (clause, feeClause, mayEnd) => {
    expect(restrictionReason(clause)).toMatchObject({ feeClause, mayEndContracts: mayEnd });
  });

  test.each(["A19.1", "A19.1(7)", "A22.5(8)", "A22.5", "A17.1", ""])("%j is none", (clause) => {
    expect(restrictionReason(clause)).toBeNull();
  });
});

describe("contracts may end after a restriction", () => {
  test.each<[string, string, string, boolean]>([
    ["A19.1(4)", "2026-02-27", "2026-02-28", true],
    ["A19.1(4)", "2026-02-28", "2026-02-28", false],
    ["A19.1(4)", "2026-03-01", "2026-02-28", false],
    ["A19.1(1)", "2028-02-28", "2028-02-29", true],
    ["A19.1(6)", "2025-12-31", "2026-01-01", true],
    ["A22.5(1)", "2026-02-27", "2026-12-31", false],
    ["A22.4", "2026-02-27", "2026-12-31", false],
    ["A19.1", "2026-02-27", "2026-12-31", false],
  ])("%s, notice on %s, last day %s: %s", (clause, noticeOn, endDay, may) => {
    expect(mayEndAfterRestriction(clause, dayOf(noticeOn), dayOf(endDay))).toBe(may);
  });

  test("exactly where the reason is one of A19.1 and the notice comes first", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => dayOf("2024-01-01").add({ days: n }));
    const clause = fc.constantFrom(...restrictionReasons.map((reason) => reason.clause));
    fc.assert(
      fc.property(clause, day, day, (reason, noticeOn, endDay) => {
        const expected = reason.startsWith("A19.1(") && noticeOn.toString() < endDay.toString();
        expect(mayEndAfterRestriction(reason, noticeOn, endDay)).toBe(expected);
      }),
    );
  });
});
