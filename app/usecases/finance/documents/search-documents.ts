import type { Messages } from "#app/i18n/messages.ts";
import { currentPortal } from "#app/portal.ts";
import { csvBytes, csvText } from "#app/usecases/finance/months/journal/csv.ts";
import type { ExportedFile } from "#app/usecases/finance/months/journal/export-journal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import {
  countDocuments,
  findDocuments,
  type FoundDocument,
} from "#db/queries/money/find-documents.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { readSearch, typedSearch, type SearchFaults, type TypedSearch } from "./asked-search.ts";

const perPage = 50;
/** More than this opens in no spreadsheet. */
const mostExported = 1_000_000;

/** A page of what a search found; nothing where something is wrong with what was typed. */
export interface FoundDocuments {
  typed: TypedSearch;
  faults: SearchFaults | null;
  documents: FoundDocument[];
  count: number;
  /** Yen of what was found, credit notes taken off. */
  sum: number;
  page: number;
  pages: number;
}

function typedBy(principal: Principal, search: URLSearchParams): TypedSearch {
  asStaff(principal, "finance");
  return typedSearch(search, tokyoDay(principal.receivedAt).toString());
}

/**
 * Looks for issued documents by day, amount and partner, each alone or together, as the law on
 * electronic books asks (電子帳簿保存法), and says what has corrected them since.
 *
 * @param address what the page's address asks for
 * @throws Problem `notAllowed` without the role finance
 */
export async function searchDocuments(
  principal: Principal,
  address: URLSearchParams,
): Promise<FoundDocuments> {
  const typed = typedBy(principal, address);
  const { search, faults } = readSearch(typed);
  if (!search) {
    return { ...{ typed, faults, documents: [] }, ...{ count: 0, sum: 0, page: 1, pages: 1 } };
  }
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const { count, sum } = await countDocuments(tx, search);
    const pages = Math.max(1, Math.ceil(count / perPage));
    const page = Math.min(Math.max(1, Math.trunc(Number(address.get("page"))) || 1), pages);
    const offset = (page - 1) * perPage;
    const documents = await findDocuments(tx, search, { offset, limit: perPage });
    return { typed, faults, documents, count, sum, page, pages };
  });
}

/**
 * Everything that a search finds as a CSV file for spreadsheets.
 *
 * @throws Problem `notAllowed` without the role finance, `invalid` where the search is not right
 */
export async function exportDocuments(
  principal: Principal,
  address: URLSearchParams,
  words: Messages,
): Promise<ExportedFile> {
  const { search } = readSearch(typedBy(principal, address));
  if (!search) throw new Problem("invalid", "the search is not right");
  const found = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    findDocuments(tx, search, { offset: 0, limit: mostExported }),
  );
  const t = words.documentSearch;
  const rows = found.map((row) => [
    ...[row.number, t.kinds[row.kind], row.issueDay.replaceAll("-", "/"), row.customerName],
    ...[row.amount, row.kind === "invoice" ? "" : row.invoiceNumber],
    row.corrections.map(({ number, amount }) => `${number} (-${amount})`).join(" "),
  ]);
  return {
    fileName: `documents-${search.firstDay}-${search.lastDay}.csv`,
    bytes: csvBytes(csvText([[...t.columns], ...rows]), "utf-8"),
  };
}
