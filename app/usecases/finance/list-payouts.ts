import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { listPayouts } from "#db/queries/money/list-payouts.ts";

/** The payouts pulled so far, the latest first, for finance. Amounts are yen, days ISO. */
export async function listPulledPayouts(principal: Principal) {
  asStaff(principal, "finance");
  const rows = await currentPortal().database.transaction({ role: "portal_staff" }, listPayouts);
  return rows.map(({ payoutId, amount, status, arrivalDay, lines, exceptions, ...row }) => ({
    ...{ payoutId, amount, status, arrivalDay, lines, exceptions },
    isBooked: row.ledgerTransactionId !== null,
  }));
}
