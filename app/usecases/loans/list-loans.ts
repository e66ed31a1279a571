import { currentPortal } from "#app/portal.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import {
  countLoans,
  readLoansOf,
  searchLoans,
  type LoanFilter,
  type NamedLoan,
} from "#db/queries/loans.ts";

/** A loan as lists show it. */
export type LoanRow = NamedLoan;

/** What staff narrow the list of loans to: what waits for them first. */
const views = {
  waiting: { statuses: ["waiting"] },
  toShip: { statuses: ["allocated"] },
  toAnswer: "toAnswer",
  overdue: { statuses: ["overdue", "recovering"] },
  toCheck: { statuses: ["returned", "recovered"] },
  all: null,
} as const satisfies Record<string, LoanFilter>;

export type LoanView = keyof typeof views;
export const loanViews = Object.keys(views) as LoanView[];

/** A page of loans for staff. */
export interface LoanList {
  rows: NamedLoan[];
  counts: Record<LoanView, number>;
  view: LoanView;
  /** Counted from 1. */
  page: number;
  pages: number;
}

const perPage = 50;

/**
 * One page of the loans of all customers, the oldest first. What is no view or no page number narrows nothing.
 *
 * @throws Problem `notAllowed` without the role operations
 */
export async function listLoans(
  principal: Principal,
  wanted: { view: string | null; page: string | null },
): Promise<LoanList> {
  asStaff(principal, "operations");
  const view = loanViews.find((name) => name === wanted.view) ?? "all";
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const counted: [LoanView, number][] = [];
    for (const name of loanViews) counted.push([name, await countLoans(tx, views[name])]);
    const counts = Object.fromEntries(counted) as Record<LoanView, number>;
    const pages = Math.max(1, Math.ceil(counts[view] / perPage));
    const page = Math.min(Math.max(1, Math.trunc(Number(wanted.page)) || 1), pages);
    const rows = await searchLoans(tx, views[view], {
      offset: (page - 1) * perPage,
      limit: perPage,
    });
    return { rows, counts, view, page, pages };
  });
}

/** The member's own loans, the latest first. Throws Problem `notFound` for staff. */
export async function listOwnLoans(principal: Principal): Promise<NamedLoan[]> {
  const { customerId } = asMember(principal);
  return currentPortal().database.transaction({ role: "portal_app", customerId }, (tx) =>
    readLoansOf(tx, customerId),
  );
}
