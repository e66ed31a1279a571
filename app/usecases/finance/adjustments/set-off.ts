import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { typedYenOrZero } from "../typed-yen.ts";
import { readAdjustment, requireKey, type Adjustment, type InvoiceKey } from "./read-adjustment.ts";
import type { AdjustmentFault } from "./propose.ts";

/**
 * The day on which a set-off counts for a debt (相殺適状, Civil Code 506.2): that on which both stood against each
 * other, the credit and a debt that was due. A debt that is not due yet is set off when it is declared, as A14.4
 * allows. Days are ISO.
 */
function valueDayOf(dueDay: string, { creditSince, today }: Adjustment): string {
  if (dueDay > today) return today;
  const both = [dueDay, creditSince ?? today].toSorted().at(-1) ?? today;
  return both > today ? today : both;
}

/**
 * Declares that the credit of one invoice pays others (相殺, A14.4), in the ledger and by a mail.
 *
 * @param typed yen for each of the debts that the page showed, by the invoice's id
 * @throws Problem `conflict` where the credit or a debt is another by now, `notAllowed` without the role finance
 */
export async function declareSetOff(
  principal: Principal,
  { clickId, ...key }: InvoiceKey & { clickId: string },
  typed: (invoiceId: string) => string,
): Promise<AdjustmentFault | null> {
  const actor = asStaff(principal, "finance");
  requireKey(key);
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const view = await readAdjustment(principal, key);
  const parts = view.debts.map((debt) => ({ debt, amount: typedYenOrZero(typed(debt.invoiceId)) }));
  if (parts.some(({ amount }) => amount === null)) return "amountWrong";
  const chosen = parts.flatMap(({ debt, amount }) => (amount ? [{ debt, amount }] : []));
  const sum = chosen.reduce((all, { amount }) => all + amount, 0);
  if (sum === 0) return "amountMissing";
  if (sum > view.credit || chosen.some(({ debt, amount }) => amount > debt.owed)) return "tooMuch";
  const debts = chosen.map(({ debt: { invoiceId, number, dueDay }, amount }) => {
    return { invoiceId, number, amount, valueDay: valueDayOf(dueDay, view) };
  });
  const { customerId, invoiceId: machineId } = key;
  const { receivedAt } = principal;
  const outcome = await currentPortal().dispatch({
    ...{ customerId, machineId, kind: "invoice", commandId: `declareSetOff/${clickId}` },
    ...{ actor, receivedAt, event: { type: "declareSetOff", setOffId: clickId, debts } },
  });
  accepted(outcome);
  return null;
}
