import { expect, test } from "vitest";
import { articleOf } from "./articles.ts";
import { interruptionReasons } from "./a22-interruption.ts";

test("the reasons of A22 are those of paragraph 5, item by item, and that of paragraph 4", () => {
  expect(interruptionReasons.map(({ clause }) => clause)).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7].map((item) => `A22.5(${item})`),
    "A22.4",
  ]);
  for (const { clause } of interruptionReasons) expect(articleOf(clause).number).toBe(22);
});

test.each([
  ["A22.5(1)", "A22.5"],
  ["A22.5(4)", "A22.5"],
  ["A22.5(7)", "A22.5"],
  ["A22.4", "A22.4"],
])("during an interruption by %s fees stay owed by %s", (clause, feeClause) => {
  const found = interruptionReasons.find((reason) => reason.clause === clause);
  expect(found?.feeClause).toBe(feeClause);
});
