import { currentPortal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { readReportedLines } from "#db/queries/money/months/payout-lines.ts";
import { daysOf } from "#machines/month-close/month.ts";
import { csvBytes, csvText } from "./journal/csv.ts";
import type { ExportedFile } from "./journal/export-journal.ts";
import { requireMonthReader } from "./month-reader.ts";
import { requireMonth } from "./send-to-month.ts";

/** Words of the report: its headings, and what became of a line and why. */
export interface ReportWords {
  columns: readonly string[];
  states: Readonly<Record<string, string>>;
  reasons: Readonly<Record<string, { reason: string }>>;
}

/**
 * Every line of the payouts that arrived in a month, with what became of it, as a CSV file for spreadsheets.
 *
 * @throws Problem `notFound` for no month, `notAllowed` without the role finance or admin
 */
export async function exportPayoutReport(
  principal: Principal,
  text: string,
  { columns, states, reasons }: ReportWords,
): Promise<ExportedFile> {
  requireMonthReader(principal);
  const month = requireMonth(text);
  const lines = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readReportedLines(tx, daysOf(month)),
  );
  const rows = lines.map((line) => [
    ...[line.arrivalDay.replaceAll("-", "/"), line.payoutId, line.payoutAmount, line.status],
    ...[line.lineId, line.type, line.amount, line.fee, line.net, line.sourceId ?? ""],
    ...[states[line.state] ?? line.state, reasons[line.reason]?.reason ?? line.reason],
    ...[line.invoiceNumber ?? "", line.customerName ?? ""],
  ]);
  const bytes = csvBytes(csvText([[...columns], ...rows]), "utf-8");
  return { fileName: `payouts-${month}.csv`, bytes };
}
