import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { writeDeviceNote, writeDeviceSite } from "#db/queries/loans.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { Actor } from "#machines/engine/actor.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { eventOfAct, takesAct } from "./act-event.ts";
import { readActForm, type ActProblems, type ActValues } from "./act-form.ts";
import { acts, type Act, type ActField, type ActName, type LoanSide } from "./acts.ts";
import { loanSnapshot } from "./loan-snapshot.ts";

/** A loan, and the click that the command comes from. */
export interface LoanTarget {
  customerId: string;
  loanId: string;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

/** Who acts on a loan. Throws Problem `notAllowed` or `notFound` for anybody else. */
export function actorOn(principal: Principal, side: LoanSide, customerId: string): Actor {
  if (side === "operations") return asStaff(principal, "operations");
  const member = asMember(principal);
  if (member.customerId !== customerId) throw new Problem("notFound", "another customer's loan");
  return member.actor;
}

/**
 * Sends one event to a loan, and writes what belongs to it in the same transaction.
 *
 * @throws Problem `notFound` for a loan that does not exist, `conflict` where it takes no such event now,
 *   `notAllowed` for other roles
 */
export async function sendToLoan(
  { receivedAt }: Principal,
  actor: Actor,
  { customerId, loanId, clickId }: LoanTarget,
  event: MachineEvent,
  alongside?: (tx: Handle) => Promise<void>,
): Promise<void> {
  if (![customerId, loanId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const target = { kind: "device", customerId, machineId: loanId } as const;
  const command = { ...target, actor, receivedAt, event, commandId: `${event.type}/${clickId}` };
  accepted(await currentPortal().dispatch(command, alongside));
}

/** Writes the words and the address of an act, as far as it has them. */
function writing(
  { userId, receivedAt }: Principal,
  { customerId, loanId }: LoanTarget,
  fields: readonly ActField[],
  values: ActValues,
  { noteId, siteId }: { noteId: string; siteId: string },
) {
  const of = (field: ActField) => String(values[field]);
  const writtenAt = new Date(receivedAt);
  const own = { customerId, loanId, writtenAt };
  return async (tx: Handle) => {
    if (fields.includes("note")) {
      await writeDeviceNote(tx, { ...own, noteId, text: of("note"), writtenBy: userId });
    }
    if (!fields.includes("siteName")) return;
    await writeDeviceSite(tx, {
      ...{ ...own, siteId, siteName: of("siteName"), postalCode: of("postalCode") },
      ...{ prefecture: of("prefecture"), city: of("city"), street: of("street") },
      ...{ contact: of("contactName"), phone: of("phone") },
    });
  };
}

/**
 * Does one of `acts` with a lent device (A7, A8.1), as its form asks for it.
 *
 * @returns what is wrong by field, else null
 * @throws Problem as `sendToLoan`
 */
export async function actOnLoan(
  principal: Principal,
  side: LoanSide,
  target: LoanTarget,
  name: ActName,
  form: FormData,
): Promise<ActProblems | null> {
  const actor = actorOn(principal, side, target.customerId);
  const { fields, dayIn }: Act = acts[name];
  const at = principal.receivedAt;
  const day = tokyoDay(at).toString();
  const { values, problems } = readActForm(name, form, day);
  if (Object.keys(problems).length > 0) return problems;
  const ids = { noteId: newIdentifier(), siteId: newIdentifier() };
  const write = writing(principal, target, fields, values, ids);
  try {
    await sendToLoan(principal, actor, target, eventOfAct(name, values, ids), write);
    return null;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "conflict" || !dayIn) throw error;
    // It could happen, but not on that day.
    const snapshot = await loanSnapshot(target.customerId, target.loanId);
    if (snapshot && takesAct(snapshot, name, { at, day })) return { happenedOn: "dayBefore" };
    throw error;
  }
}
