import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { countBooked, readTotals } from "#db/queries/money/months/booked.ts";
import { findMonthClose, stopBookings } from "#db/queries/money/months/month-closes.ts";
import { canonicalJson } from "#machines/engine/hash.ts";
import { monthChecks } from "#machines/month-close/checks.ts";
import { daysOf } from "#machines/month-close/month.ts";
import { signStatement } from "#machines/month-close/statement.ts";
import { countOf, readOpenPoints } from "./open-points.ts";
import { readStatement } from "./read-statement.ts";
import { requireMonth, sendToMonth, type MonthTarget } from "./send-to-month.ts";

/** How many points of each check are open. */
async function readChecks(tx: Handle, month: string, receivedAt: string) {
  const points = await readOpenPoints(tx, month, receivedAt);
  return monthChecks.map((check) => ({ check, open: countOf(points[check]) }));
}

/** What tells a month from the same month with more in it: in the ledger nothing is changed or deleted. */
async function readExtent(tx: Handle, month: string, receivedAt: string) {
  const days = daysOf(month);
  const totals = await readTotals(tx, days);
  return {
    checks: await readChecks(tx, month, receivedAt),
    transactions: await countBooked(tx, days),
    totals: totals.toSorted((a, b) => (a.account < b.account ? -1 : 1)),
  };
}

/**
 * Closes a month of the books (月次締め) with a signed statement over all that was booked in it. From then on
 * the database takes no booking in it. What is booked while it is closed is either in the statement or comes
 * after it. A month that is closed already stays as it is.
 *
 * @returns `open` where something is neither settled nor explained: nothing was done
 * @throws Problem `notFound` for no month, `conflict` where something was booked or came up meanwhile,
 *   `notAllowed` without the role finance
 */
export async function closeMonth(
  principal: Principal,
  target: MonthTarget,
): Promise<"closed" | "open"> {
  const actor = asStaff(principal, "finance");
  const month = requireMonth(target.month);
  const { userId: by, receivedAt } = principal;
  const { database, secrets } = currentPortal();
  const [secret] = secrets;
  if (secret === undefined) throw new Error("There is no secret to sign a statement with.");
  const found = await database.transaction({ role: "portal_staff" }, async (tx) => {
    const row = await findMonthClose(tx, month);
    if (row?.status === "closed") return null;
    const checks = await readChecks(tx, month, receivedAt);
    if (checks.some(({ open }) => open > 0)) return "open";
    return { checks, statement: await readStatement(tx, month) };
  });
  if (!found) return "closed";
  if (found === "open") return "open";
  const { checks, statement } = found;
  const { transactions, totals } = statement;
  const signature = signStatement(month, statement, secret);
  await sendToMonth(
    principal,
    target,
    actor,
    { type: "close", month, by, checks, ...statement, signature },
    async (tx) => {
      await stopBookings(tx);
      const now = await readExtent(tx, month, receivedAt);
      if (canonicalJson(now) === canonicalJson({ checks, transactions, totals })) return;
      throw new Problem("conflict", `the month ${month} has changed meanwhile`);
    },
  );
  return "closed";
}
