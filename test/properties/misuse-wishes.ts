import type { Sender } from "#machines/engine/actor.ts";
import type { Command } from "#machines/engine/command.ts";
import { commandOf, dueUpTo } from "#machines/engine/due.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { definitions } from "#machines/registry.ts";
import { actorOf, customerIds, machineOf } from "#test/helpers/commands.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { ask, choose, contractOf, type Occasion, type Wish } from "./wish.ts";

const everybody: Exclude<Sender, "machine">[] = [
  ...(["owner", "billing", "technical", "viewer", "operations", "finance", "admin"] as const),
  ...(["timer", "stripe", "resend", "portal"] as const),
];

const malformed: MachineEvent[] = [
  { type: "close" },
  { type: "cancel", wish: "2025-02-30" },
  { type: "cancel", wish: "1999-12-31" },
  { ...submit("2025-04-01"), quoteId: "1" },
  { ...submit("2025-04-01"), termsVersion: "a\0b" },
  { type: "settle", intentId: "pi", chargeId: "ch", amount: 0.5, valueDay: "2025-04-01" },
  { type: "paymentReceived" },
];

/** What is not allowed, not well-formed or not there. None of it may do anything. */
export function misusing(occasion: Occasion, others: readonly string[]): Wish[] {
  const { part, customerId, pick } = occasion;
  const contract = contractOf(customerId, 0);
  const known = [...part.machines.values()];
  const [{ kind, machineId }, rest] = choose(known.length > 0 ? known : [contract], pick);
  const own = machineOf(kind, customerId, machineId);
  const [way, more] = choose(["sender", "event", "kind", "customer", "stranger"] as const, rest);
  switch (way) {
    case "sender": {
      const { senders } = definitions[kind];
      const [type, left] = choose(Object.keys(senders), more);
      const unwelcome = everybody.filter((sender) => !senders[type]?.includes(sender));
      return [ask(choose(unwelcome, left)[0], own, { type })];
    }
    case "event":
      return [ask("owner", own, choose(malformed, more)[0])];
    case "kind": {
      const kinds = (["contract", "option", "invoice", "payment"] as const).filter(
        (each) => each !== kind,
      );
      return [ask("owner", { ...own, kind: choose(kinds, more)[0] }, { type: "openDraft" })];
    }
    case "customer":
      return [
        ask("operations", { ...own, customerId: choose(others, more)[0] }, { type: "accept" }),
      ];
    case "stranger":
      return [ask("owner", customerIds(999_999_999).contract, { type: "openDraft" })];
    default:
      return way satisfies never;
  }
}

/** An earlier command again: as it was, sent anew, with another wish under its id, or elsewhere. */
export function repeating(sent: readonly Command[], { pick, day }: Occasion): Wish[] {
  if (sent.length === 0) return [];
  const [way, rest] = choose(["same", "same", "anew", "other", "elsewhere"] as const, pick);
  const [{ receivedAt, ...earlier }] = choose(sent, rest);
  if (way === "same") return [{ ...earlier, receivedAt }];
  if (way === "anew") return [earlier];
  if (way === "other") {
    const event = { type: "cancel", wish: day };
    return [{ ...earlier, event, actor: actorOf("owner") }];
  }
  const elsewhere = sent.find(({ machineId }) => machineId !== earlier.machineId);
  return elsewhere ? [{ ...elsewhere, commandId: earlier.commandId }] : [];
}

/** A timer that is due, as a second worker would fire it, or one that has fired already. */
export function firing({ part, customerId, pick, at }: Occasion): Wish[] {
  const due = [...part.timers.values()].flat().filter(({ dueAt }) => dueAt <= dueUpTo(at));
  const earliest = due.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).slice(0, 1);
  const fired = part.events.flatMap(({ commandId, actor, event, machineId, at: dueAt }) => {
    const kind = part.machines.get(machineId)?.kind;
    if (actor.kind !== "timer" || !kind) return [];
    const { at: _at, day: _day, machineId: _id, number: _number, ...bare } = event;
    return [
      { machineId, kind, timerId: commandId.split("/").slice(1, -1).join("/"), dueAt, event: bare },
    ];
  });
  const timers = [...earliest, ...fired];
  return timers.length > 0 ? [commandOf(customerId, choose(timers, pick)[0])] : [];
}
