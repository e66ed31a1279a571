import { importBankFile } from "#app/usecases/finance/bank/import-bank-file.ts";
import { chargeFor } from "#machines/contract/fees.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { shiftJis, zenginRecords, type WrittenReceipt } from "#test/helpers/bank-files.ts";
import { plainFigure, type Figure } from "../figure.ts";
import { markRows, measureBareRows } from "./bare-rows.ts";
import { kanaOf, openBooks, priceOf } from "./books.ts";
import { limit, type MoneyContext } from "./money-context.ts";

const halfWidth: Record<string, string> = Object.fromEntries(
  [..."アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロ"].map(
    (sign, n) => [sign, [..."ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾗﾘﾙﾚﾛ"][n] ?? ""],
  ),
);

const totalOf = (number: number) =>
  chargeFor(
    [
      {
        ...{ menuCode: "ndr-basic", nameJa: "基本", nameEn: "Basic", kind: "basic" },
        annualPrice: priceOf(number),
      },
    ],
    "2026-01-01",
  ).total;

/** Which open invoices ask for what a receipt brings, or for it together: the least that matching needs. */
const owing = `
  select count(*) from bank_receipt r join (
    select customer_id, total - credited - paid as owed from invoice
    union all select customer_id, sum(total - credited - paid) from invoice group by customer_id
  ) o on o.owed = r.amount`;

/** Of ten lines seven are sure: one invoice, or both of a customer; the others a person has to decide. */
function linesOf(count: number, day: string): { lines: WrittenReceipt[]; sure: number } {
  let sure = 0;
  const lines = Array.from({ length: count }, (_, n): WrittenReceipt => {
    const total = totalOf(n);
    const name = [...kanaOf(n)].map((sign) => halfWidth[sign] ?? sign).join("");
    const way = n % 10;
    const amount = way < 5 ? total : way < 7 ? 2 * total : way === 7 ? total - 440 : total + 77;
    const payer = way === 9 ? "ﾔﾏﾀﾞ ﾀﾛｳ" : `ｶ)${name}`;
    if (way < 7) sure += 1;
    // Who pays both says which.
    const edi = way === 5 || way === 6 ? `${String(n + 1).padStart(6, "0")}-0001` : "";
    return { bookedDay: day, valueDay: day, amount, payer, edi, inquiry: String(n) };
  });
  return { lines, sure };
}

/**
 * How long a bank's file takes from the upload to the last match that is sure, with two open invoices for
 * each customer, beside bare SQL that writes the same rows.
 *
 * @throws Error where a line is missing, or another number of receipts was applied than was sure
 */
export async function measureBank({ server, sizes, say }: MoneyContext): Promise<Figure[]> {
  const database = await server.createDatabase();
  const customers = sizes.openInvoices / 2;
  say(`bank: ${sizes.openInvoices.toLocaleString("en-US")} open invoices are made`);
  const first = await openBooks(database);
  await first.addCustomers(0, customers);
  for (const period of ["2026-01", "2027-01"]) await first.issue(0, customers, period);
  await first.close();
  await database.asSuperuser("vacuum analyze");
  const before = await database.copy();
  const books = await openBooks(database);
  try {
    const day = tokyoDayText(new Date().toISOString());
    const { lines, sure } = linesOf(Math.min(sizes.lines, customers), day);
    const bytes = shiftJis(zenginRecords(lines).join("\r\n"));
    say(`bank: a file of ${lines.length.toLocaleString("en-US")} lines comes`);
    const mark = await markRows(database);
    const began = performance.now();
    const result = await importBankFile(books.finance(), { name: "n.txt", bytes, isCut: false });
    const seconds = (performance.now() - began) / 1000;
    const wanted = {
      outcome: "imported",
      added: lines.length,
      known: 0,
      applied: sure,
      payouts: 0,
    };
    if (JSON.stringify(result) !== JSON.stringify(wanted)) {
      throw new Error(`The file brought ${JSON.stringify(result)}.`);
    }
    const bare = await measureBareRows(database, before, mark, [owing]);
    return [
      plainFigure("bank/rate", lines.length / seconds, "lines/s"),
      { name: "bank", value: seconds, unit: "s", limit, ratio: bare.seconds / seconds },
      plainFigure("bank/bare", bare.seconds, "s"),
      plainFigure("bank/rows", bare.rows, "rows"),
    ];
  } finally {
    await books.close();
    await before.drop();
    await database.drop();
  }
}
