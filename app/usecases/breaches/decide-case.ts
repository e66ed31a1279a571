import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { noteOf, readDebtorIds, sendToCase, type BreachTarget } from "./send-to-case.ts";
import { typedText, type TextProblem } from "./typed-text.ts";

/**
 * Records a breach that was looked through. Under an item of A16.1(2) to (9) every debt of the customer
 * falls due on this day (期限の利益の喪失, A16.2).
 *
 * @throws Problem `notFound`, `conflict` where it was recorded or discarded, `notAllowed` for other roles
 */
export async function recordBreach(principal: Principal, target: BreachTarget): Promise<void> {
  const debtorIds = await readDebtorIds(principal, target.customerId);
  await sendToCase(principal, target, { type: "record", debtorIds });
}

/** Drops what was noted and never recorded. Throws as `recordBreach`. */
export async function discardBreach(principal: Principal, target: BreachTarget): Promise<void> {
  await sendToCase(principal, target, { type: "discard" });
}

/**
 * Records that a breach was not cured within the demand's period: A16.1(1) applies, and every debt
 * falls due on this day (A16.2). Throws as `recordBreach`.
 */
export async function recordUncured(principal: Principal, target: BreachTarget): Promise<void> {
  const debtorIds = await readDebtorIds(principal, target.customerId);
  await sendToCase(principal, target, { type: "recordUncured", debtorIds });
}

/** Ends a case with a text that says how. Gives what is wrong with the text, null where it is done. */
async function endWith(
  principal: Principal,
  target: BreachTarget,
  type: "cure" | "close",
  typed: string | null,
): Promise<TextProblem | null> {
  asStaff(principal, "operations");
  const { text, problem } = typedText(typed);
  if (problem) return problem;
  const note = noteOf(principal, target, type === "cure" ? "cure" : "closing", text);
  await sendToCase(principal, target, { type, noteId: note.noteId }, note.write);
  return null;
}

/**
 * Confirms that a breach was cured (是正): suspensions of this case are lifted, the customer is told.
 *
 * @param typed how it was cured, for staff
 * @throws Problem `notFound`, `conflict` where nothing was demanded, `notAllowed` for other roles
 */
export function cureBreach(principal: Principal, target: BreachTarget, typed: string | null) {
  return endWith(principal, target, "cure", typed);
}

/**
 * Closes a case without a cure that was demanded; its suspensions are lifted.
 *
 * @param typed why, for staff
 * @throws Problem `notFound`, `conflict` where it is over, `notAllowed` for other roles
 */
export function closeCase(principal: Principal, target: BreachTarget, typed: string | null) {
  return endWith(principal, target, "close", typed);
}

/**
 * Suspends the service of contracts for this case (利用停止, A15.2), or lets it run again.
 *
 * @param contractIds as they came with the form
 * @throws Problem `notFound`, `conflict` where one of them can't be suspended or is not suspended by
 *   this case, `notAllowed` for other roles
 */
export async function moveService(
  principal: Principal,
  target: BreachTarget,
  type: "suspend" | "lift",
  contractIds: readonly string[],
): Promise<"contractsMissing" | null> {
  asStaff(principal, "operations");
  if (contractIds.length === 0) return "contractsMissing";
  await sendToCase(principal, target, { type, contractIds: [...contractIds] });
  return null;
}
