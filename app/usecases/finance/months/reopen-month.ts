import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { readMonthCloses } from "#db/queries/money/months/month-closes.ts";
import { requireMonth, sendToMonth, type MonthTarget } from "./send-to-month.ts";
import { typedReason, type ReasonFault } from "./typed-reason.ts";

/** Whether a month behind this one is closed: the books are closed up to a day, without holes. */
async function isLaterClosed(tx: Handle, month: string): Promise<boolean> {
  const rows = await readMonthCloses(tx);
  return rows.some((row) => row.month > month && row.status === "closed");
}

/**
 * Opens the last closed month again, with the reason; its closing stays in the history.
 *
 * @returns what stands in the way, null where it is done
 * @throws Problem `notFound` for no month, `conflict` where the month is not closed, `notAllowed` without the
 *   role admin
 */
export async function reopenMonth(
  principal: Principal,
  target: MonthTarget,
  typed: string,
): Promise<ReasonFault | "laterClosed" | null> {
  const actor = asStaff(principal, "admin");
  const month = requireMonth(target.month);
  const reason = typedReason(typed);
  if ("fault" in reason) return reason.fault;
  const { database } = currentPortal();
  const isHeld = await database.transaction({ role: "portal_staff" }, (tx) =>
    isLaterClosed(tx, month),
  );
  if (isHeld) return "laterClosed";
  await sendToMonth(
    principal,
    target,
    actor,
    { type: "reopen", by: principal.userId, reason: reason.text },
    async (tx) => {
      if (await isLaterClosed(tx, month)) {
        throw new Problem("conflict", "a later month was closed meanwhile");
      }
    },
  );
  return null;
}
