import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { listPayouts } from "#db/queries/money/list-payouts.ts";

/** Whether the bank's line of a payout is known; null where none is waited for. */
function atBankOf({
  amount,
  ledgerTransactionId,
  returnedOn,
  receiptId,
}: {
  amount: number;
  ledgerTransactionId: string | null;
  returnedOn: string | null;
  receiptId: string | null;
}): boolean | null {
  if (receiptId !== null) return true;
  return amount > 0 && ledgerTransactionId !== null && returnedOn === null ? false : null;
}

/** The payouts pulled so far, the latest first, for finance. Amounts are yen, days ISO. */
export async function listPulledPayouts(principal: Principal) {
  asStaff(principal, "finance");
  const rows = await currentPortal().database.transaction({ role: "portal_staff" }, listPayouts);
  return rows.map(({ payoutId, amount, status, arrivalDay, lines, exceptions, ...row }) => ({
    ...{ payoutId, amount, status, arrivalDay, lines, exceptions },
    isBooked: row.ledgerTransactionId !== null,
    atBank: atBankOf({ amount, ...row }),
  }));
}
