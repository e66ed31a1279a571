import { expect, test } from "vitest";
import {
  clauseOfReason,
  promptedReasons,
  rejectionLabels,
  rejectionReasons,
} from "./a05-rejection.ts";
import { articleOf } from "./articles.ts";

test("the nine reasons are items (1) to (9), each with a label of its own in both languages", () => {
  expect(rejectionReasons.map(clauseOfReason)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((item) => `A5.4(${item})`),
  );
  const labels = rejectionReasons.map((reason) => rejectionLabels[reason]);
  expect(new Set(labels.map(({ ja }) => ja)).size).toBe(9);
  expect(new Set(labels.map(({ en }) => en)).size).toBe(9);
  for (const reason of rejectionReasons) expect(articleOf(clauseOfReason(reason)).number).toBe(5);
});

test.each([
  [0, []],
  [1, ["A5.4(7)"]],
  [12, ["A5.4(7)"]],
])("with %i breaches on record staff are prompted with %j", (breaches, clauses) => {
  expect(promptedReasons(breaches).map(clauseOfReason)).toEqual(clauses);
});
