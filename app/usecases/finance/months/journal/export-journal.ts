import { currentPortal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { findMonthClose } from "#db/queries/money/months/month-closes.ts";
import { readVoucherFacts, type VoucherFacts } from "#db/queries/money/months/voucher-facts.ts";
import type { StatementTransaction } from "#machines/month-close/statement.ts";
import { requireMonthReader } from "../month-reader.ts";
import { bookingsOf } from "../read-statement.ts";
import { requireMonth } from "../send-to-month.ts";
import { csvBytes, csvText } from "./csv.ts";
import { cellsOf, headingOf, isJournalFormat, journalFormats } from "./formats.ts";
import { journalRows, type Voucher } from "./journal-row.ts";

/** What a booking is called in a journal: its kind, what it is about, and whose it is. */
function memoOf(
  { kind, valueDay }: StatementTransaction,
  facts: VoucherFacts | undefined,
  kinds: Readonly<Record<string, string>>,
): string {
  const about = facts?.invoiceNumber ?? facts?.payoutId ?? "";
  const counted = valueDay ? `起算日${valueDay.replaceAll("-", "/")}` : "";
  return [kinds[kind] ?? kind, about, facts?.customerName ?? "", counted].filter(Boolean).join(" ");
}

/** A file to be saved. */
export interface ExportedFile {
  fileName: string;
  bytes: Uint8Array;
}

/**
 * The journal (仕訳帳) of a month as an accounting package takes it in. The name of the file says where the
 * month is still open, for then more may come.
 *
 * @param kinds words for the kinds of bookings, in the packages' language
 * @throws Problem `notFound` for no month and no package, `notAllowed` without the role finance or admin
 */
export async function exportJournal(
  principal: Principal,
  text: string,
  formatName: string,
  kinds: Readonly<Record<string, string>>,
): Promise<ExportedFile> {
  requireMonthReader(principal);
  const month = requireMonth(text);
  if (!isJournalFormat(formatName)) throw new Problem("notFound", `no format ${formatName}`);
  const format = journalFormats[formatName];
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const isClosed = (await findMonthClose(tx, month))?.status === "closed";
    const parts = [csvText(headingOf(format))];
    let before = 0;
    for await (const booked of bookingsOf(tx, month)) {
      const facts = await readVoucherFacts(tx, booked);
      const vouchers = booked.map((each): Voucher => {
        const { transactionId, day, entries } = each;
        return { day, memo: memoOf(each, facts.get(transactionId), kinds), entries };
      });
      parts.push(csvText(cellsOf(format, journalRows(vouchers, before))));
      before += vouchers.length;
    }
    return {
      fileName: `journal-${month}-${formatName}${isClosed ? "" : "-open"}.csv`,
      bytes: csvBytes(parts.join(""), format.encoding),
    };
  });
}
