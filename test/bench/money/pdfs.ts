import { runnerImport } from "vite";
import type { InvoiceData } from "#app/documents/data.ts";
import { percentile, plainFigure, type Figure } from "../figure.ts";
import type { MoneyContext } from "./money-context.ts";

/** The longest that an invoice may take to become a file. */
const mostMilliseconds = 300;

/** The modules hold markup, which Node does not run by itself. */
async function load() {
  const { module: pdf } = await runnerImport<{
    renderInvoicePdf(data: InvoiceData, locale: "ja" | "en"): Promise<Uint8Array>;
  }>("app/gateways/pdf.tsx");
  const { module: samples } = await runnerImport<{ sampleInvoice: InvoiceData }>(
    "app/documents/samples.ts",
  );
  return { render: pdf.renderInvoicePdf, sample: samples.sampleInvoice };
}

/**
 * How long an invoice takes to become a file, one after the other, as they are asked for; every tenth in
 * English. The ratio says how often the slow ones (95 of 100 are quicker) would fit into 300 ms.
 *
 * @throws Error where what comes out is no PDF
 */
export async function measurePdfs({ sizes, say }: MoneyContext): Promise<Figure[]> {
  const { render, sample } = await load();
  // The first one reads the font, once for the life of a process.
  await render(sample, "ja");
  say(`pdfs: ${sizes.pdfs.toLocaleString("en-US")} invoices are rendered`);
  const times: number[] = [];
  for (let n = 0; n < sizes.pdfs; n += 1) {
    const data = { ...sample, invoiceNumber: `${String(n + 1).padStart(6, "0")}-0001` };
    const began = performance.now();
    const bytes = await render(data, n % 10 === 9 ? "en" : "ja");
    times.push(performance.now() - began);
    if (Buffer.from(bytes.subarray(0, 5)).toString() !== "%PDF-") throw new Error("no PDF came");
  }
  const slow = percentile(times, 95);
  return [
    plainFigure("pdfs/p50", percentile(times, 50), "ms"),
    { name: "pdfs", value: slow, unit: "ms", limit: 1, ratio: mostMilliseconds / slow },
  ];
}
