import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { changeLineState } from "#db/queries/money/write-payout.ts";
import { explainableChecks, type ExplainableCheck } from "#machines/month-close/checks.ts";
import { readOpenPoints } from "./open-points.ts";
import { requireMonth, sendToMonth, type MonthTarget } from "./send-to-month.ts";
import { typedReason, type ReasonFault } from "./typed-reason.ts";

/** A point as a form names it. */
export interface PointTarget extends MonthTarget {
  check: string;
  subject: string;
}

function requireCheck(name: string): ExplainableCheck {
  const check = explainableChecks.find((each) => each === name);
  if (!check) throw new Problem("notFound", `no check ${name}`);
  return check;
}

/** A payout's line, which has a state of its own, or null for any other point: its side at the bank is none. */
function lineOf(check: ExplainableCheck, subject: string) {
  const [payoutId = "", ...rest] = subject.split("/");
  const lineId = rest.join("/");
  return check === "payouts" && lineId !== "" && lineId !== "bank" ? { payoutId, lineId } : null;
}

async function changeLine(
  tx: Handle,
  check: ExplainableCheck,
  subject: string,
  [from, to]: readonly ["exception" | "explained", "exception" | "explained"],
): Promise<void> {
  const line = lineOf(check, subject);
  if (!line || (await changeLineState(tx, line, from, to))) return;
  throw new Problem("conflict", `the line ${subject} has changed meanwhile`);
}

/**
 * Explains a point that nothing in the portal settles: from then on it keeps no month open. The line of a
 * payout is explained with it.
 *
 * @returns what is wrong: with the text, or `gone` where the point is not open; null where it is done
 * @throws Problem `notFound`, `conflict` where the month is closed, `notAllowed` without the role finance
 */
export async function explainPoint(
  principal: Principal,
  target: PointTarget,
  typed: string,
): Promise<ReasonFault | "gone" | null> {
  const actor = asStaff(principal, "finance");
  const month = requireMonth(target.month);
  const check = requireCheck(target.check);
  const { userId: by, receivedAt } = principal;
  const { subject } = target;
  const reason = typedReason(typed);
  if ("fault" in reason) return reason.fault;
  const points = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readOpenPoints(tx, month, receivedAt),
  );
  if (!points[check].some((point) => point.subject === subject)) return "gone";
  const event = { type: "explain", month, by, check, subject, text: reason.text } as const;
  await sendToMonth(principal, target, actor, event, (tx) =>
    changeLine(tx, check, subject, ["exception", "explained"]),
  );
  return null;
}

/**
 * Takes an explanation back: the point is open again.
 *
 * @throws Problem `notFound`, `conflict` where the month is closed or has no such explanation, `notAllowed`
 */
export async function retractExplanation(principal: Principal, target: PointTarget): Promise<void> {
  const actor = asStaff(principal, "finance");
  const check = requireCheck(target.check);
  requireMonth(target.month);
  const { subject } = target;
  const event = { type: "retract", by: principal.userId, check, subject } as const;
  await sendToMonth(principal, target, actor, event, (tx) =>
    changeLine(tx, check, subject, ["explained", "exception"]),
  );
}
