import { at, dayOf } from "#machines/calendar.ts";
import type { Actor, Role, Sender } from "#machines/engine/actor.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";

const userId = "0199aaaa-0000-7000-8000-00000000aaaa";
const staff: readonly Sender[] = ["operations", "finance", "admin"];

/** Somebody of a role, or one of the senders that are no person. */
export function actorOf(sender: Exclude<Sender, "machine">): Actor {
  if (
    sender === "timer" ||
    sender === "stripe" ||
    sender === "resend" ||
    sender === "portal" ||
    sender === "engine"
  ) {
    return { kind: sender };
  }
  const kind = staff.includes(sender) ? "staff" : "member";
  return { kind, userId, role: sender as Role } as Actor;
}

/** An instant: that hour in Tokyo on an ISO day. */
export const moment = (day: string, hour = 12) => at(dayOf(day), hour);

/** A command's machine. */
export const machineOf = (kind: MachineKind, customerId: string, machineId: string) => ({
  kind,
  customerId,
  machineId,
});

/** The ids of customer `n` and of what it will have; the same for the same number. */
export function customerIds(n: number) {
  const customerId = `0199bbbb-0000-7000-8000-${String(n).padStart(12, "0")}`;
  const contractId = derivedId(customerId, "contract");
  return {
    n,
    customerId,
    contractId,
    deviceId: derivedId(customerId, "device"),
    workId: derivedId(customerId, "work"),
    contract: machineOf("contract", customerId, contractId),
    invoiceOf: (termStart: string) =>
      machineOf("invoice", customerId, derivedId(contractId, `invoice/annualFee/${termStart}`)),
    payment: (name: string) => machineOf("payment", customerId, derivedId(customerId, name)),
  };
}

export type CustomerIds = ReturnType<typeof customerIds>;
