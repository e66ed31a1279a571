import { apply, isRefusal } from "#machines/engine/apply.ts";
import type { EventRecord, MachineState } from "#machines/engine/change.ts";
import type { Command } from "#machines/engine/command.ts";
import type { View } from "#machines/engine/definition.ts";
import type { Deadline, MachineEvent } from "#machines/engine/outgoing.ts";
import { definitions } from "#machines/registry.ts";
import { actorOf } from "#test/helpers/commands.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { modelTarget } from "./target.ts";

/** A contract as the real machines left it, with the newest line of its history. */
export interface Past {
  machine: MachineState & { view: View; deadlines: Deadline[] };
  event: EventRecord;
}

const daySpan = 86_400_000;
const dayAfter = (instant: number, days: number) =>
  new Date(instant + days * daySpan).toISOString().slice(0, 10);

type Wish = [sender: Parameters<typeof actorOf>[0], receivedAt: string, event: MachineEvent];

/** What the machines make of the wishes, each of which must be taken. */
function live(wishes: readonly Wish[]): Past {
  const { customerId, contractId } = modelTarget;
  const machines = new Map<string, MachineState>();
  let customer = {
    customerId,
    number: 1,
    contractCounter: 0,
    invoiceCounter: 0,
    creditNoteCounter: 0,
  };
  let past: Past | undefined;
  wishes.forEach(([sender, receivedAt, event], n) => {
    const command: Command = {
      ...{ customerId, machineId: contractId, kind: "contract", commandId: `past ${n}` },
      ...{ actor: actorOf(sender), receivedAt, event },
    };
    const change = apply(
      {
        customer,
        machine: (id) => machines.get(id) ?? null,
        definition: (kind) => definitions[kind],
      },
      command,
    );
    if (isRefusal(change)) throw new Error(`${event.type}: ${change.detail}`);
    for (const [id, machine] of change.machines) machines.set(id, machine);
    const machine = change.machines.get(contractId);
    const written = change.events.find(({ machineId }) => machineId === contractId);
    if (!machine || !written) throw new Error(`${event.type} left the contract as it was.`);
    customer = change.customer;
    past = { machine, event: written };
  });
  if (!past) throw new Error("Nothing was wished for.");
  return past;
}

const ordered = (now: number, start: string): Wish[] => {
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  return [
    ["owner", at(0), { type: "openDraft" }],
    ["owner", at(1), submit(start)],
    ["operations", at(2), { type: "verifyMaintenance" }],
    ["operations", at(3), { type: "accept" }],
  ];
};

/** An accepted order whose start is not yet fixed. `setStart` on its wished day fixes it. */
export function acceptedPast(now: number): Past & { wishedStart: string } {
  const wishedStart = dayAfter(now, 60);
  return { ...live(ordered(now - 5 * daySpan, wishedStart)), wishedStart };
}

/**
 * A running contract shortly before its first reminders of the renewal: to the customer and to
 * finance, both due at `firstDue`.
 */
export function renewingPast(now: number): Past & { firstDue: string } {
  const start = dayAfter(now, 30);
  const setStart: Wish = [
    "operations",
    new Date(now + daySpan).toISOString(),
    { type: "setStart", startDay: start },
  ];
  const begun = live([...ordered(now, start), setStart]);
  const [due] = begun.machine.deadlines;
  if (!due) throw new Error("The contract does not wait for its start.");
  const past = live([...ordered(now, start), setStart, ["timer", due.dueAt, due.event]]);
  const dues = past.machine.deadlines.map(({ dueAt }) => dueAt).toSorted();
  return { ...past, firstDue: dues[0] ?? "" };
}

/** The same some days later: the first reminders are overdue, the next ones days away. */
export function overduePast(now: number): Past {
  const { firstDue } = renewingPast(now);
  return renewingPast(now - (Date.parse(firstDue) - now) - 5 * daySpan);
}
