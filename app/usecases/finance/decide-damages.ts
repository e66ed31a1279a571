import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";

/** An invoice as finance names it, and the click that the command comes from. */
export interface InvoiceTarget {
  customerId: string;
  invoiceId: string;
  /** Made by the page, so that a second click changes nothing. */
  clickId: string;
}

const longestReason = 500;

/** What is wrong with a reason that finance must give. */
export type ReasonFault = "reasonMissing" | "reasonTooLong";

async function send(
  principal: Principal,
  { customerId, invoiceId, clickId }: InvoiceTarget,
  event: MachineEvent,
): Promise<void> {
  const actor = asStaff(principal, "finance");
  if (!isIdentifier(customerId) || !isIdentifier(invoiceId)) {
    throw new Problem("notFound", "no identifier");
  }
  if (!isIdentifier(clickId)) throw new Problem("invalid", "the command has no identifier");
  const { receivedAt } = principal;
  const command = { customerId, machineId: invoiceId, kind: "invoice" as const };
  const commandId = `${event.type}/${clickId}`;
  accepted(await currentPortal().dispatch({ ...command, commandId, actor, receivedAt, event }));
}

/** The amount that the page showed, in yen. Throws Problem `invalid` where it is none. */
function shownAmount(typed: string): number {
  if (!/^[1-9]\d{0,10}$/.test(typed)) throw new Problem("invalid", "no amount");
  return Number(typed);
}

function readReason(typed: string): { reason: string } | { fault: ReasonFault } {
  const reason = typed.replaceAll("\0", "").toWellFormed().replaceAll("\r\n", "\n").trim();
  if (reason === "") return { fault: "reasonMissing" };
  return reason.length > longestReason ? { fault: "reasonTooLong" } : { reason };
}

/**
 * Invoices the late damages (遅延損害金) of an invoice by an invoice of their own (A14.3), with a mail.
 *
 * @param amount yen as the page showed them
 * @throws Problem `conflict` where another amount stands open by now, or the invoice is disputed
 */
export async function claimDamages(
  principal: Principal,
  target: InvoiceTarget,
  amount: string,
): Promise<void> {
  asStaff(principal, "finance");
  await send(principal, target, { type: "claimDamages", amount: shownAmount(amount) });
}

/**
 * Waives the late damages of an invoice (免除), with the reason.
 *
 * @param amount yen as the page showed them
 * @throws Problem `conflict` where another amount stands open by now
 */
export async function waiveDamages(
  principal: Principal,
  target: InvoiceTarget,
  amount: string,
  typedReason: string,
): Promise<ReasonFault | null> {
  asStaff(principal, "finance");
  const read = readReason(typedReason);
  if ("fault" in read) return read.fault;
  const event = { type: "waiveDamages", amount: shownAmount(amount), reason: read.reason };
  await send(principal, target, event);
  return null;
}

/**
 * Records that the customer disputes an invoice (異議), or how that ended. While it lasts nothing is reminded
 * of or claimed; damages accrue as the terms say.
 *
 * @throws Problem `conflict` where it is disputed already, or nothing of it is owed
 */
export async function recordDispute(
  principal: Principal,
  target: InvoiceTarget,
  type: "dispute" | "endDispute",
  typedReason: string,
): Promise<ReasonFault | null> {
  asStaff(principal, "finance");
  const read = readReason(typedReason);
  if ("fault" in read) return read.fault;
  await send(principal, target, { type, reason: read.reason });
  return null;
}
