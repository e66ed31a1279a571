import type { Actor, Sender } from "#machines/engine/actor.ts";
import type { Command } from "#machines/engine/command.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import { actorOf, machineOf } from "#test/helpers/commands.ts";

type Target = Pick<Command, "customerId" | "machineId" | "kind">;

/** What somebody asks for; a command once it has an id and a time. */
export interface Wish extends Target {
  actor: Actor;
  event: MachineEvent;
  /** The id that the asker gives; else the planner gives a new one. */
  commandId?: string;
  /** Where the asker says when it was received; else the planner does. */
  receivedAt?: string;
}

/** A customer as the model has it, on a day in Tokyo, and the number that decides. */
export interface Occasion {
  part: Readonly<CustomerWorld>;
  customerId: string;
  pick: number;
  day: string;
  at: string;
}

export const ask = (
  sender: Exclude<Sender, "machine">,
  to: Target,
  event: MachineEvent,
  commandId?: string,
): Wish => ({ ...to, actor: actorOf(sender), event, ...(commandId ? { commandId } : {}) });

/** The element that a number points to, and what is left of the number for the next choice. */
export function choose<Item>(items: readonly Item[], pick: number): [item: Item, rest: number] {
  const item = items[pick % items.length];
  if (item === undefined) throw new Error("Nothing to choose from.");
  return [item, Math.floor(pick / items.length)];
}

/** The contract that a customer orders as its `k`-th. */
export const contractOf = (customerId: string, k: number) =>
  machineOf("contract", customerId, derivedId(customerId, `contract ${k}`));

/** The machines of one kind, in order of birth. */
export function machinesOf<Context>(part: Readonly<CustomerWorld>, kind: MachineKind) {
  return [...part.machines.values()]
    .filter((machine) => machine.kind === kind)
    .map(({ customerId, machineId, snapshot }) => ({
      ...machineOf(kind, customerId, machineId),
      snapshot: snapshot as unknown as StoredSnapshot<Context>,
    }));
}
