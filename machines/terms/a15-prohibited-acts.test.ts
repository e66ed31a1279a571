import { expect, test } from "vitest";
import { prohibitedActs, suspensionClause } from "./a15-prohibited-acts.ts";
import { articleOf, type Clause } from "./articles.ts";

test("the acts are items (1) to (17) of A15.1, each with words of its own", () => {
  const items = Object.keys(prohibitedActs);
  expect(items).toEqual(Array.from({ length: 17 }, (_, n) => `A15.1(${n + 1})`));
  const labels = Object.values(prohibitedActs);
  expect(new Set(labels.map(({ ja }) => ja)).size).toBe(17);
  expect(new Set(labels.map(({ en }) => en)).size).toBe(17);
  for (const item of items) expect(articleOf(item as Clause).number).toBe(15);
});

test("suspension at once rests on the second paragraph", () => {
  expect(suspensionClause).toBe("A15.2");
});
