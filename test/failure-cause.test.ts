import fc from "fast-check";
import { expect, test } from "vitest";
import { causeOf } from "./failure-cause.ts";

function stackOf(fail: () => void): string | undefined {
  try {
    fail();
  } catch (error) {
    return (error as Error).stack;
  }
  throw new Error("It did not fail.");
}

test("a property that failed tells its seed and path", () => {
  const never = fc.property(fc.constant(1), () => false);
  expect(causeOf(stackOf(() => fc.assert(never, { seed: 42 })))).toBe(
    'Error: Property failed after 1 tests { seed: 42, path: "0", endOnFailure: true }',
  );
});

test("any other failure is its first line, and none is empty", () => {
  expect(causeOf(stackOf(() => expect(1).toBe(2)))).toBe(
    "AssertionError: expected 1 to be 2 // Object.is equality",
  );
  expect(causeOf("one\ntwo")).toBe("one");
  expect(causeOf("")).toBe("");
  expect(causeOf(undefined)).toBe("");
});
