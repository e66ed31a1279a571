import { currentPortal } from "#app/portal.ts";
import { sendToOperatorMachine } from "#app/usecases/operator/send-to-operator-machine.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { findLoan, readFreeDevices } from "#db/queries/loans.ts";
import { isIdentifier } from "#app/identifier.ts";
import type { LoanTarget } from "./act-on-loan.ts";

/** How many free devices are tried before the loan waits: others may reserve at the same moment. */
const mostTries = 20;

/**
 * Reserves a free device of the stock for a loan that waits for one (A7.1): the one that was registered first.
 * The loan hears of it after the commit. Of many who want the last device one gets it; the others wait.
 *
 * @returns the serial number, or null where no device is free and the loan goes on waiting
 * @throws Problem `notFound` for a loan that does not exist, `conflict` where it does not wait or a device is
 *   on its way to it already, `notAllowed` without the role operations
 */
export async function allocateDevice(
  principal: Principal,
  { customerId, loanId, clickId }: LoanTarget,
): Promise<string | null> {
  asStaff(principal, "operations");
  if (![customerId, loanId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  const { loan, free } = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) => {
      const found = await findLoan(tx, customerId, loanId);
      return {
        loan: found,
        free: found ? await readFreeDevices(tx, found.menuCode, mostTries) : [],
      };
    },
  );
  if (!loan) throw new Problem("notFound", `no loan ${loanId}`);
  if (loan.status !== "waiting" || loan.reserved) {
    throw new Problem("conflict", "the loan waits for no device");
  }
  for (const { deviceId, serialNumber } of free) {
    const sent = { kind: "stockDevice", machineId: deviceId, clickId } as const;
    try {
      await sendToOperatorMachine(principal, sent, { type: "reserve", customerId, loanId });
      return serialNumber;
    } catch (error) {
      // Somebody else was faster; the next one may still be free.
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
    }
  }
  return null;
}
