import { at, dayOf } from "#machines/calendar.ts";
import type { Sender } from "#machines/engine/actor.ts";
import type { CustomerState } from "#machines/engine/change.ts";
import type { Command, Outcome } from "#machines/engine/command.ts";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import { createWorld, type World } from "#machines/engine/world.ts";
import { chanceOf, type Chance } from "#test/faults/random.ts";
import { actorOf, machineOf } from "#test/helpers/commands.ts";

export type Target = Pick<Command, "customerId" | "machineId" | "kind">;

/** Somebody who lives for ten years: a customer with habits of its own. */
export interface Somebody {
  customerId: string;
  chance: Chance;
  /** Percent of the occasions on which an invoice is paid, before and after it is due. */
  pays: { inTime: number; late: number };
  /** Percent of its payments that go by bank transfer. */
  transfers: number;
  /** The day on which something next comes to its mind, or to that of staff. */
  nextActs: string;
}

/** Ten years of many customers, up to a day. */
export interface Decade {
  world: World;
  definition: (kind: MachineKind) => AnyDefinition;
  people: Somebody[];
  /** What the operator decides for all. */
  operator: { customerId: string; chance: Chance };
  day: string;
  /** Menus that can't be ordered any more. */
  goneMenus: Set<string>;
  /** Effects of the operator's machines that have been carried out. */
  effectsDone: number;
  sent: number;
  /** How often each event was taken and refused. */
  taken: Map<string, number>;
  refused: Map<string, number>;
}

const habits: readonly [Somebody["pays"], ...Somebody["pays"][]] = [
  { inTime: 80, late: 90 },
  { inTime: 80, late: 90 },
  { inTime: 30, late: 60 },
  { inTime: 5, late: 30 },
  { inTime: 2, late: 4 },
];

/** So many customers before their first order, with all their chances drawn from one seed. */
export function newDecade(
  seed: number,
  customers: number,
  day: string,
  definition: Decade["definition"],
): Decade {
  const people = Array.from({ length: customers }, (_, n): Somebody => {
    const chance = chanceOf(seed, `customer ${n}`);
    const customerId = derivedId("decade", `customer ${n}`);
    const nextActs = dayOf(day)
      .add({ days: chance.whole(0, 700) })
      .toString();
    const transfers = chance.pick([0, 30, 95]);
    return { customerId, chance, pays: chance.pick(habits), transfers, nextActs };
  });
  const ids = [operatorCustomerId, ...people.map(({ customerId }) => customerId)];
  const states = ids.map((customerId, number): CustomerState => {
    return { customerId, number, contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 };
  });
  return {
    ...{ world: createWorld(definition, states), definition, people, day },
    operator: { customerId: operatorCustomerId, chance: chanceOf(seed, "operator") },
    ...{ goneMenus: new Set(), effectsDone: 0, sent: 0, taken: new Map(), refused: new Map() },
  };
}

/** A machine of a customer, by its kind and a name of its own. */
export const named = (kind: MachineKind, customerId: string, name: string): Target =>
  machineOf(kind, customerId, derivedId(customerId, name));

/** The instant of an hour on the day up to which things have come; it can have a part. */
export const atHour = (decade: Decade, hour: number): string =>
  new Date(Date.parse(at(dayOf(decade.day), 0)) + Math.round(hour * 3600) * 1000).toISOString();

const count = (counts: Map<string, number>, name: string) =>
  counts.set(name, (counts.get(name) ?? 0) + 1);

/** Sends a command as it stands and counts what came of it. */
export function sendCommand(decade: Decade, command: Command): Outcome {
  const outcome = decade.world.send(command);
  const name = `${command.kind}.${command.event.type}`;
  if (outcome.ok) count(decade.taken, name);
  else {
    count(decade.refused, name);
    const { code, detail } = outcome.refusal;
    if (code === "invalid" || code === "notAllowed") throw new Error(`${name}: ${detail}`);
  }
  return outcome;
}

/** Somebody sends an event at an hour of the day. Returns whether it was taken; throws for a malformed one. */
export function say(
  decade: Decade,
  hour: number,
  sender: Exclude<Sender, "machine">,
  target: Target,
  event: MachineEvent,
): boolean {
  decade.sent += 1;
  const commandId = `command ${decade.sent}`;
  const receivedAt = atHour(decade, hour);
  return sendCommand(decade, { ...target, commandId, actor: actorOf(sender), receivedAt, event })
    .ok;
}
