import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What a payment integration must survive, by the numbers under which it is known here. */
const faults = Array.from({ length: 50 }, (_, n) => n + 1);

/** By the number of a fault: the files whose tests bear it in their titles. */
function provedFaults(): Map<number, Set<string>> {
  const proved = new Map<number, Set<string>>();
  for (const file of globSync("{app,test}/**/*.db.test.ts")) {
    for (const [title] of readFileSync(file, "utf8").matchAll(
      /\]?\)?\(\s*["`][^"`\n]*fault[^"`\n]*["`]/g,
    )) {
      for (const [, number] of title.matchAll(/(?<=faults? |, | and )(\d+)/g)) {
        const files = proved.get(Number(number)) ?? new Set();
        proved.set(Number(number), files.add(file));
      }
    }
  }
  return proved;
}

test("each of the fifty faults has a test that says so", () => {
  const proved = provedFaults();
  expect(faults.filter((fault) => !proved.has(fault))).toEqual([]);
  expect([...proved.keys()].filter((fault) => !faults.includes(fault))).toEqual([]);
});
