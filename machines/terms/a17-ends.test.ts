import { expect, test } from "vitest";
import { endOrder, type EndCause, type EndedBy } from "./a17-ends.ts";

test("of ends on one day the graver applies first, and what is over is not assigned", () => {
  const ends: [EndCause, EndedBy][] = [
    ["assigned", "customer"],
    ["cancelled", "customer"],
    ["expired", "customer"],
    ["cancelled", "operator"],
    ["restricted", "operator"],
    ["discontinued", "operator"],
    ["terminated", "operator"],
  ];
  const inOrder = ends.toSorted((one, other) => endOrder(...one) - endOrder(...other));
  expect(inOrder).toEqual(ends.toReversed());
});

test.each<[EndCause, EndedBy]>([
  ["expired", "operator"],
  ["discontinued", "customer"],
  ["restricted", "customer"],
])("an end that is %s is not the %s's", (cause, by) => {
  expect(() => endOrder(cause, by)).toThrow(RangeError);
});
