import { newIdentifier } from "#app/identifier.ts";
import type { Actor } from "#machines/engine/actor.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import type { TestPortal } from "./portal.ts";

/** Pays an invoice by card now, so many yen. */
export async function payByCard(
  { portal }: TestPortal,
  { customerId, invoiceId }: { customerId: string; invoiceId: string },
  amount: number,
): Promise<void> {
  const paymentId = newIdentifier();
  const at = await portal.clock.now();
  const send = async (kind: MachineKind, machineId: string, actor: Actor, event: MachineEvent) => {
    const command = { customerId, kind, machineId, actor, event, receivedAt: at.toISOString() };
    const outcome = await portal.dispatch({ ...command, commandId: newIdentifier() });
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
  };
  const billing = { kind: "member", userId: "b", role: "billing" } as const;
  await send("invoice", invoiceId, billing, { type: "startPayment", paymentId });
  const expiresAt = new Date(at.getTime() + 3_600_000).toISOString();
  const opened = { type: "sessionOpened", sessionId: `cs_${paymentId}`, expiresAt };
  await send("payment", paymentId, { kind: "portal" }, opened);
  const result = { intentId: `pi_${paymentId}`, chargeId: `ch_${paymentId}`, amount };
  const valueDay = new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
  const settle = { type: "settle", ...result, valueDay };
  await send("payment", paymentId, { kind: "stripe" }, settle);
}
