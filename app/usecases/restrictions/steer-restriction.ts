import { isStorable, lineOf, type TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { sendToOperatorMachine } from "#app/usecases/operator/send-to-operator-machine.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { isoDay } from "#machines/engine/fields.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import type { RestrictionTarget } from "./plan-restriction.ts";
import { readCourse, type RestrictionFaults } from "./restriction-form.ts";
import { readRestriction } from "./read-restriction.ts";

/** What is wrong with the decision to end contracts, by field. */
export type EndFaults = Partial<
  Record<
    "endDay" | "refund" | "ground" | "refundReason",
    "missing" | "notADay" | "notAfterToday" | "tooLong"
  >
>;

type Answer<Faults> = { outcome: "sent" } | { outcome: "faults"; faults: Faults };

const send = (
  principal: Principal,
  { restrictionId: machineId, clickId }: RestrictionTarget,
  event: MachineEvent,
) => sendToOperatorMachine(principal, { kind: "restriction", machineId, clickId }, event);

/**
 * Changes until when a restriction is expected to last, and what customers read of it; they are told.
 *
 * @throws Problem `notFound`, or `conflict` where it is over
 */
export async function changeRestriction(
  principal: Principal,
  target: RestrictionTarget,
  typed: TypedFields,
): Promise<Answer<RestrictionFaults>> {
  const { restriction } = await readRestriction(principal, target.restrictionId);
  const { course, faults } = readCourse(typed, principal.receivedAt, restriction.startsAt);
  if (Object.keys(faults).length > 0) return { outcome: "faults", faults };
  await send(principal, target, { type: "change", ...course });
  return { outcome: "sent" };
}

/**
 * Calls a restriction off before it begins, or lifts one that is in force (解除). An end of the contracts
 * that was announced lapses with it, where its day is not over (A19.4, policy).
 *
 * @throws Problem `notFound`, or `conflict` where it is not planned or not in force
 */
export async function endRestriction(
  principal: Principal,
  target: RestrictionTarget,
  type: "callOff" | "lift",
): Promise<void> {
  await send(principal, target, { type });
}

function readEnd(typed: TypedFields, today: string): { faults: EndFaults; event: MachineEvent } {
  const [endDay, refund] = [lineOf(typed, "endDay"), lineOf(typed, "refund")];
  const faults: EndFaults = {};
  if (endDay === "") faults.endDay = "missing";
  else if (!isoDay.safeParse(endDay).success) faults.endDay = "notADay";
  else if (endDay <= today) faults.endDay = "notAfterToday";
  if (refund !== "none" && refund !== "unearned") faults.refund = "missing";
  for (const name of ["ground", "refundReason"] as const) {
    const text = lineOf(typed, name);
    if (text === "") faults[name] = "missing";
    else if (!isStorable(text, 500)) faults[name] = "tooLong";
  }
  const [ground, refundReason] = [lineOf(typed, "ground"), lineOf(typed, "refundReason")];
  return { faults, event: { type: "announceEnd", endDay, refund, ground, refundReason } };
}

/**
 * Announces that the contracts concerned end on a day, since the restriction lasts long and has no
 * prospect (A19.4, 解除). Staff decide with a reason whether fees are given back.
 *
 * @throws Problem `notFound`, or `conflict` where the reason of the restriction ends no contract, where
 *   it is not in force, or where an end was announced already
 */
export async function announceEnd(
  principal: Principal,
  target: RestrictionTarget,
  typed: TypedFields,
): Promise<Answer<EndFaults>> {
  const { faults, event } = readEnd(typed, tokyoDayText(principal.receivedAt));
  if (Object.keys(faults).length > 0) return { outcome: "faults", faults };
  await send(principal, target, event);
  return { outcome: "sent" };
}
