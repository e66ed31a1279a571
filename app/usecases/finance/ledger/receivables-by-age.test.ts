import { expect, test } from "vitest";
import { ageOf } from "./receivables-by-age.ts";

test.each([
  [-30, "notDue"],
  [0, "notDue"],
  [1, "upTo30"],
  [30, "upTo30"],
  [31, "upTo60"],
  [60, "upTo60"],
  [61, "upTo90"],
  [90, "upTo90"],
  [91, "over90"],
])("%d days after its due day a debt is %s", (days, age) => {
  expect(ageOf(days)).toBe(age);
});
