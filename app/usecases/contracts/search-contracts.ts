import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import {
  searchContracts as search,
  type ListedContract,
} from "#db/queries/operations/contract-list.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { explainListedDays } from "./explain-listed.ts";

/** The states by which the list can be narrowed; a draft is the customer's own. */
export const listedStatuses = [
  "submitted",
  "rejected",
  "withdrawn",
  "accepted",
  "preparing",
  "active",
  "ended",
  "closed",
] as const;

/** A contract in the list; `derivation` says why it, or else its term, ends on its day. */
export type FoundContract = ListedContract & { derivation: Derivation | null };

export interface ContractPage {
  rows: FoundContract[];
  total: number;
  /** Counted from 1. */
  page: number;
  pages: number;
}

const rowsPerPage = 20;
const longestSearch = 100;

/** A page number as it stands in an address; 1 where it is none. */
const pageOf = (text: string | null) => (/^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : 1);

/**
 * One page of all contracts, narrowed by a part of number or company and by state. What is not a
 * state or a page number narrows nothing. Throws Problem `notAllowed` for other roles.
 */
export async function searchContracts(
  principal: Principal,
  wanted: { text: string | null; status: string | null; page: string | null },
): Promise<ContractPage> {
  asStaff(principal, "operations");
  const text = (wanted.text ?? "").replaceAll("\0", "").toWellFormed().trim();
  const status = listedStatuses.find((name) => name === wanted.status) ?? "";
  const page = pageOf(wanted.page);
  const { rows, total, derivations } = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) => {
      const listed = await search(
        tx,
        { text: text.slice(0, longestSearch), status },
        { offset: (page - 1) * rowsPerPage, limit: rowsPerPage },
      );
      return { ...listed, derivations: await explainListedDays(tx, listed.rows) };
    },
  );
  const found = rows.map((row) => {
    return { ...row, derivation: derivations.get(row.contractId) ?? null };
  });
  return { rows: found, total, page, pages: Math.max(1, Math.ceil(total / rowsPerPage)) };
}
