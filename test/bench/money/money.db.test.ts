import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBenchServer, type BenchServer } from "../bench-server.ts";
import { measureBank } from "./bank.ts";
import { measureInvoices } from "./invoices.ts";

const template = inject("databaseTemplate");

/** Enough to see that every part works; the parts themselves compare what they did with what is stored. */
const sizes = { invoices: 20, openInvoices: 60, lines: 20 };

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
    expect(figures.map((figure) => figure.name)).toEqual([`${name}/rate`, name, `${name}/rows`]);
    for (const { value, ratio } of figures) expect(value * (ratio ?? 1)).toBeGreaterThan(0);
  });
});
