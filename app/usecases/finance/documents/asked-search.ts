import type { DocumentKind, DocumentSearch } from "#db/queries/money/find-documents.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { firstOfMonth } from "../ledger/asked-days.ts";
import { typedYen } from "../typed-yen.ts";

/** A search as it was typed, in the members of the page's address. */
export interface TypedSearch {
  from: string;
  to: string;
  least: string;
  most: string;
  partner: string;
  kind: string;
}

/** What is wrong with a member of a typed search. */
export type SearchFault = "day" | "daysTurned" | "amount" | "amountsTurned" | "tooLong";

export type SearchFaults = Partial<Record<keyof TypedSearch, SearchFault>>;

export const documentKinds = ["invoice", "creditNote"] as const satisfies readonly DocumentKind[];

const longestPartner = 100;

/** What days are looked for where one is left empty. */
const [longAgo, farAhead] = ["1900-01-01", "9999-12-31"];

/** A search as an address asks for it; where it asks for no days, this month's documents until today. */
export function typedSearch(search: URLSearchParams, today: string): TypedSearch {
  const typed = (name: keyof TypedSearch) => search.get(name)?.trim() ?? "";
  const isAsked = [...search.keys()].some((name) => name === "from" || name === "to");
  return {
    from: isAsked ? typed("from") : firstOfMonth(today),
    to: isAsked ? typed("to") : today,
    ...{ least: typed("least"), most: typed("most"), partner: typed("partner") },
    kind: typed("kind"),
  };
}

/**
 * Reads a typed search.
 *
 * @returns the search, or what is wrong with which member of it
 */
export function readSearch(
  typed: TypedSearch,
): { search: DocumentSearch; faults: null } | { search: null; faults: SearchFaults } {
  const faults: SearchFaults = {};
  for (const name of ["from", "to"] as const) {
    if (typed[name] !== "" && !isoDay.safeParse(typed[name]).success) faults[name] = "day";
  }
  const firstDay = typed.from || longAgo;
  const lastDay = typed.to || farAhead;
  if (!faults.from && !faults.to && firstDay > lastDay) faults.to = "daysTurned";
  const yen = (name: "least" | "most") => {
    if (typed[name] === "") return null;
    const amount = typedYen(typed[name]);
    if (amount === null) faults[name] = "amount";
    return amount;
  };
  const [least, most] = [yen("least"), yen("most")];
  if (least !== null && most !== null && least > most) faults.most = "amountsTurned";
  if (typed.partner.length > longestPartner) faults.partner = "tooLong";
  if (Object.keys(faults).length > 0) return { search: null, faults };
  const kind = documentKinds.find((each) => each === typed.kind) ?? null;
  const partner = typed.partner === "" ? null : typed.partner;
  return { search: { firstDay, lastDay, least, most, partner, kind }, faults: null };
}
