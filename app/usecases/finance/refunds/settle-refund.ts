import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { isoDay } from "#machines/engine/fields.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import { typedReason, type ReasonFault } from "../months/typed-reason.ts";

async function send(
  principal: Principal,
  target: { customerId: string; machineId: string; kind: MachineKind },
  clickId: string,
  event: MachineEvent,
): Promise<void> {
  const actor = asStaff(principal, "finance");
  if (![target.customerId, target.machineId].every((id) => isIdentifier(id))) {
    throw new Problem("notFound", "no identifier");
  }
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const { receivedAt } = principal;
  const commandId = `${event.type}/${clickId}`;
  accepted(await currentPortal().dispatch({ ...target, commandId, actor, receivedAt, event }));
}

interface RefundKey {
  customerId: string;
  refundId: string;
}

const refundTarget = ({ customerId, refundId: machineId }: RefundKey) => ({
  ...{ customerId, machineId, kind: "refund" as const },
});

/**
 * Records on which day finance transferred a refund.
 *
 * @returns what is wrong with the day, or null
 * @throws Problem `conflict` where it is not to be transferred any more, `notAllowed`, `notFound`
 */
export async function recordTransfer(
  principal: Principal,
  key: RefundKey,
  clickId: string,
  typedDay: string,
): Promise<"dayMissing" | "dayAhead" | null> {
  const day = isoDay.safeParse(typedDay.trim());
  if (!day.success) return "dayMissing";
  const event = { type: "transferred", transferredOn: day.data };
  if (day.data > tokyoDayText(principal.receivedAt)) return "dayAhead";
  await send(principal, refundTarget(key), clickId, event);
  return null;
}

/** Records that a transfer could not be made or came back, and why. Gives what is wrong with the text. */
export async function recordTransferFailure(
  principal: Principal,
  key: RefundKey,
  clickId: string,
  typed: string,
): Promise<ReasonFault | null> {
  const read = typedReason(typed);
  if ("fault" in read) return read.fault;
  await send(principal, refundTarget(key), clickId, { type: "transferFailed", reason: read.text });
  return null;
}

/** Records what was done about a refund that failed. Gives what is wrong with the text. */
export async function closeFailure(
  principal: Principal,
  key: RefundKey,
  clickId: string,
  typed: string,
): Promise<ReasonFault | null> {
  const read = typedReason(typed);
  if ("fault" in read) return read.fault;
  await send(principal, refundTarget(key), clickId, { type: "closeFailure", note: read.text });
  return null;
}

/** Records what was done about a dispute that was lost. Gives what is wrong with the text. */
export async function closeLoss(
  principal: Principal,
  { customerId, disputeId: machineId }: { customerId: string; disputeId: string },
  clickId: string,
  typed: string,
): Promise<ReasonFault | null> {
  const read = typedReason(typed);
  if ("fault" in read) return read.fault;
  const target = { customerId, machineId, kind: "dispute" as const };
  await send(principal, target, clickId, { type: "closeLoss", note: read.text });
  return null;
}

/** Takes another amount than was asked for as a payment of its invoice; `amount` is what the page showed, in yen. */
export async function takePayment(
  principal: Principal,
  { customerId, paymentId: machineId }: { customerId: string; paymentId: string },
  clickId: string,
  amount: number,
): Promise<void> {
  const target = { customerId, machineId, kind: "payment" as const };
  await send(principal, target, clickId, { type: "take", amount });
}
