import { plainFigure, type Figure } from "../figure.ts";
import { markRows, measureBareRows } from "./bare-rows.ts";
import { openBooks } from "./books.ts";
import { limit, type MoneyContext } from "./money-context.ts";

/**
 * How long a run of invoices takes to be issued, each with number, ledger, timers, mail and job, beside
 * bare SQL that writes the same rows.
 *
 * @throws Error where an invoice is not there in the end, or a number is missing
 */
export async function measureInvoices({ server, sizes, say }: MoneyContext): Promise<Figure[]> {
  const database = await server.createDatabase();
  const { invoices } = sizes;
  const first = await openBooks(database);
  await first.addCustomers(0, invoices);
  await first.close();
  const before = await database.copy();
  const books = await openBooks(database);
  try {
    say(`invoices: ${invoices.toLocaleString("en-US")} are issued`);
    const mark = await markRows(database);
    const began = performance.now();
    await books.issue(0, invoices, "2026-01");
    const seconds = (performance.now() - began) / 1000;
    const [found] = await database.asSuperuser<{ count: string }>(
      "select count(*) from invoice where status = 'issued' and number like '%-0001'",
    );
    if (Number(found?.count) !== invoices) throw new Error(`${found?.count} invoices are there.`);
    const bare = await measureBareRows(database, before, mark);
    return [
      plainFigure("invoices/rate", invoices / seconds, "invoices/s"),
      { name: "invoices", value: seconds, unit: "s", limit, ratio: bare.seconds / seconds },
      plainFigure("invoices/bare", bare.seconds, "s"),
      plainFigure("invoices/rows", bare.rows, "rows"),
    ];
  } finally {
    await books.close();
    await before.drop();
    await database.drop();
  }
}
