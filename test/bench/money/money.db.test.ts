import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBenchServer, type BenchServer } from "../bench-server.ts";
import { measureBank } from "./bank.ts";
import { measureInvoices } from "./invoices.ts";
import { measurePayouts } from "./payouts.ts";
import { measurePdfs } from "./pdfs.ts";

const template = inject("databaseTemplate");

/** Enough to see that every part works; the parts themselves compare what they did with what is stored. */
const sizes = { invoices: 20, openInvoices: 60, lines: 20, payoutLines: 200, pdfs: 2 };

describe.skipIf(template.kind === "pglite")("on PostgreSQL", { timeout: 120_000 }, () => {
  let server: BenchServer;
  beforeAll(async () => {
    if (template.kind === "postgres") server = await openBenchServer(template.superuserUrl);
  });
  afterAll(() => server?.close());

  test.each([
    ["invoices", measureInvoices],
    ["bank", measureBank],
  ])("%s are measured beside bare SQL", async (name, measure) => {
    const figures = await measure({ server, sizes, say: () => {} });
    const names = [`${name}/rate`, name, `${name}/bare`, `${name}/rows`];
    expect(figures.map((figure) => figure.name)).toEqual(names);
    for (const { value, ratio } of figures) expect(value * (ratio ?? 1)).toBeGreaterThan(0);
  });

  test("payouts are measured beside bare SQL and beside smaller ones", async () => {
    const figures = await measurePayouts({ server, sizes, say: () => {} });
    const names = ["payouts/rate", "payouts", "payouts/bare", "payouts/rows", "payouts/memory"];
    expect(figures.map(({ name }) => name)).toEqual(names);
    for (const { value, ratio } of figures) expect(value * (ratio ?? 1)).toBeGreaterThan(0);
  });

  test("pdfs are measured beside what a reader waits for", async () => {
    const figures = await measurePdfs({ server, sizes, say: () => {} });
    expect(figures.map(({ name }) => name)).toEqual(["pdfs/p50", "pdfs"]);
    for (const { value, ratio } of figures) expect(value * (ratio ?? 1)).toBeGreaterThan(0);
  });
});
