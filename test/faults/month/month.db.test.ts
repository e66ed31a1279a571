import { expect, test } from "vitest";
import { runMonth } from "./run-month.ts";

/** `MONTH_SEEDS=50 MONTH_FIRST=1` in the environment try more, or repeat one. */
const seeds = Number(process.env["MONTH_SEEDS"] ?? "2");
const first = Number(process.env["MONTH_FIRST"] ?? "1");
const minutes = 60_000;

test.for(Array.from({ length: seeds }, (_, number) => first + number))(
  "after a hostile month both sides have the same books (MONTH_FIRST=%i MONTH_SEEDS=1)",
  { timeout: 5 * minutes },
  async (seed) => {
    const { charges, faults, counts } = await runMonth(seed);
    console.log(`seed ${seed}: ${JSON.stringify(counts)}`);
    const message = `seed ${seed}: ${JSON.stringify({ counts, faults })}`;
    expect(faults, message).toEqual([]);
    expect(counts["invoices"], message).toBeGreaterThan(10);
    expect(Object.keys(charges).length, message).toBeGreaterThan(3);
    expect(counts["transfers"], message).toBeGreaterThan(0);
    expect(counts["payouts"], message).toBeGreaterThan(2);
  },
);
