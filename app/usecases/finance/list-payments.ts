import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { countMismatched, listPayments } from "#db/queries/money/list-payments.ts";

const perPage = 50;

/**
 * A page of all payments, the latest change first, for finance.
 *
 * @param page counted from 1; a page that is no number or does not exist shows the nearest one
 */
export async function listAllPayments(principal: Principal, page: number) {
  asStaff(principal, "finance");
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const wanted = Number.isSafeInteger(page) && page > 0 ? Math.min(page, 1_000_000) : 1;
    const read = (at: number) => listPayments(tx, { offset: (at - 1) * perPage, limit: perPage });
    const first = await read(wanted);
    const pages = Math.max(1, Math.ceil(first.count / perPage));
    const shown = Math.min(wanted, pages);
    const { rows } = shown === wanted ? first : await read(shown);
    const payments = rows.map(({ changedAt, invoiceNumber, ...row }) => ({
      ...row,
      invoiceNumber: invoiceNumber ?? "",
      changedAt: changedAt.toISOString(),
    }));
    return { payments, page: shown, pages, mismatched: await countMismatched(tx) };
  });
}
