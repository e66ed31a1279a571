import { expect, test } from "vitest";
import { ageOf } from "./receivables.ts";

test.each([
  [-30, "notDue"],
  [0, "notDue"],
  [1, "upTo14"],
  [14, "upTo14"],
  [15, "upTo30"],
  [30, "upTo30"],
  [31, "upTo60"],
  [60, "upTo60"],
  [61, "over60"],
])("%d days after its due day a debt is %s", (days, age) => {
  expect(ageOf(days)).toBe(age);
});
