import type { Principal } from "#app/usecases/principal.ts";
import { asStaff } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { currentPortal } from "#app/portal.ts";
import { readCustomer } from "#db/queries/operations/people.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { termOn } from "#machines/contract/notice.ts";
import { cancellationEnd } from "#machines/terms/a17-cancellation.ts";
import { latestWish, readWish, type TypedWish, type WishProblem } from "./cancellation-wish.ts";
import { noticesOf, type Notices } from "./notices.ts";
import { requireIdentifiers, sendAsOperations, type StaffTarget } from "./staff-command.ts";
import { topState } from "./states.ts";
import { readCopy, tryCommand, type WhatIfResult } from "./what-if/try-command.ts";

/** What the operator's notice leads to if it is delivered today (ISO days). */
export interface OperatorEnd {
  wish: "earliest" | (string & {});
  endDay: string;
  derivation: Derivation;
  /** Both futures, with what the operator gives back. */
  result: WhatIfResult;
}

/** The page on which operations give notice of a contract (当社による解約, A17.1). */
export interface OperatorCancellation {
  number: string | null;
  customerName: string;
  today: string;
  term: { start: string; end: string } | null;
  notices: Notices;
  earliestEnd: string;
  earliestDerivation: Derivation;
  latestEnd: string;
  /** Null where nothing was wished for, or nothing that can be. */
  preview: OperatorEnd | null;
  problem: WishProblem | null;
}

const living = ["accepted", "preparing", "active"];

/** The operator has no end with the term to choose: its notice is one of A17. */
function read(typed: TypedWish | null, bounds: { today: string; earliestEnd: string }) {
  if (!typed) return null;
  return typed.way === "term" ? { problem: "notChosen" as const } : readWish(typed, bounds);
}

/**
 * What the operator's notice would lead to if it were delivered today: last day with its derivation,
 * refund in yen (A17.2), both futures. Nothing is written.
 *
 * @param typed null where nothing has been wished for yet
 * @throws Problem `notFound` for no such contract, `conflict` where it takes no notice, `notAllowed`
 *   without the role operations
 */
export async function previewOperatorCancellation(
  principal: Principal,
  customerId: string,
  contractId: string,
  typed: TypedWish | null,
): Promise<OperatorCancellation> {
  const actor = asStaff(principal, "operations");
  requireIdentifiers(customerId, contractId);
  const copy = await readCopy({ role: "portal_staff" }, customerId, contractId);
  const { context, value } = copy.record.snapshot;
  const state = topState(value);
  if (!living.includes(state)) throw new Problem("conflict", `it is ${state}`);
  const customer = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readCustomer(tx, customerId),
  );
  const noticeOn = tokyoDay(principal.receivedAt);
  const today = noticeOn.toString();
  const term = termOn(context, noticeOn);
  const endFor = (wish: "earliest" | (string & {})) =>
    cancellationEnd({
      ...{ by: "operator", noticeOn, termEnd: term?.end ?? null },
      wish: wish === "earliest" ? "earliest" : dayOf(wish),
    });
  const soonest = endFor("earliest");
  const bounds = { today, earliestEnd: soonest.day.toString() };
  const wished = read(typed, bounds);
  const base = {
    number: context.number,
    customerName: customer?.name ?? "",
    ...bounds,
    term: term && { start: term.start.toString(), end: term.end.toString() },
    notices: noticesOf(context, [], principal.receivedAt),
    earliestDerivation: soonest.derivation,
    latestEnd: latestWish(today),
  };
  if (!wished || "problem" in wished) return { ...base, preview: null, problem: wished };
  const { wish } = wished;
  const { day, derivation } = endFor(wish);
  const event = { type: "cancelByOperator", wish };
  const trial = { machineId: contractId, kind: "contract" as const, actor, event, day: today };
  const result = tryCommand(copy, trial, { now: principal.receivedAt, paysWhenDue: true });
  return { ...base, preview: { wish, endDay: day.toString(), derivation, result }, problem: null };
}

/**
 * Sends the operator's notice of a contract (A17.1): the mail goes out, and the end counts from its
 * delivery.
 *
 * @param shown the last day that was shown, if it is delivered today (ISO)
 * @throws Problem `conflict` where it leads to another day by now, or the contract takes no notice;
 *   `invalid` for no such wish; `notFound`, `notAllowed`
 */
export async function cancelByOperator(
  principal: Principal,
  target: StaffTarget,
  typed: TypedWish,
  shown: string,
): Promise<void> {
  const { customerId, contractId } = target;
  const { preview } = await previewOperatorCancellation(principal, customerId, contractId, typed);
  if (!preview) throw new Problem("invalid", "no such wish");
  if (preview.endDay !== shown)
    throw new Problem("conflict", `the end is ${preview.endDay} by now`);
  await sendAsOperations(principal, target, { type: "cancelByOperator", wish: preview.wish });
}
