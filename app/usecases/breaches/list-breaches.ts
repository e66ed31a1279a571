import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { listBreachCases, type ListedBreach } from "#db/queries/breach-cases.ts";
import { tokyoDay } from "#machines/calendar.ts";

/** What the list can be narrowed to; `open` is all that waits for somebody. */
export const breachFilters = {
  open: ["draft", "opened", "demanded", "periodOver", "uncured", "terminated"],
  draft: ["draft"],
  opened: ["opened"],
  demanded: ["demanded"],
  periodOver: ["periodOver"],
  uncured: ["uncured"],
  terminated: ["terminated"],
  cured: ["cured"],
  closed: ["closed"],
  discarded: ["discarded"],
} as const satisfies Record<string, readonly string[]>;

export type BreachFilter = keyof typeof breachFilters;

export interface BreachPage {
  rows: ListedBreach[];
  total: number;
  /** Counted from 1. */
  page: number;
  pages: number;
  filter: BreachFilter;
  /** ISO day. */
  today: string;
}

const rowsPerPage = 20;

/**
 * One page of the breach cases of all customers, those with a period first, by its last day. What is no
 * filter or page number narrows nothing. Throws Problem `notAllowed` for other roles.
 */
export async function listBreaches(
  principal: Principal,
  wanted: { status: string | null; page: string | null },
): Promise<BreachPage> {
  asStaff(principal, "operations");
  const names = Object.keys(breachFilters) as BreachFilter[];
  const filter = names.find((name) => name === wanted.status) ?? "open";
  const page = /^[1-9]\d{0,5}$/.test(wanted.page ?? "") ? Number(wanted.page) : 1;
  const { rows, total } = await currentPortal().database.transaction(
    { role: "portal_staff" },
    (tx) =>
      listBreachCases(tx, breachFilters[filter], {
        offset: (page - 1) * rowsPerPage,
        limit: rowsPerPage,
      }),
  );
  const pages = Math.max(1, Math.ceil(total / rowsPerPage));
  return { rows, total, page, pages, filter, today: tokyoDay(principal.receivedAt).toString() };
}
