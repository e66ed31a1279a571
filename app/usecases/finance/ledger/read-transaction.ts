import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { findTransaction } from "#db/queries/money/books/transaction.ts";

/**
 * One transaction of the ledger with its entries, for finance.
 *
 * @throws Problem `notAllowed` without the role finance, `notFound` where there is no such transaction
 */
export async function readTransaction(
  principal: Principal,
  key: { customerId: string; transactionId: string },
) {
  asStaff(principal, "finance");
  const { customerId, transactionId } = key;
  if (!isIdentifier(customerId) || !isIdentifier(transactionId)) {
    throw new Problem("notFound", "no identifier");
  }
  const found = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    findTransaction(tx, { customerId, transactionId }),
  );
  if (!found) throw new Problem("notFound", `no transaction ${transactionId}`);
  return { ...found, recordedAt: found.recordedAt.toISOString() };
}
