import type { Actor, Sender } from "#machines/engine/actor.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { Outcome } from "#machines/engine/command.ts";
import type { World } from "#machines/engine/world.ts";
import { actorOf } from "#test/helpers/commands.ts";
import { factsOf, type Facts } from "./invariants/facts.ts";
import { customerId, type Target } from "./subject.ts";

/** A point in a life: a world at an instant. */
export interface Place {
  world: World;
  now: string;
  facts: Facts;
}

/** Reads a world at an instant. */
export function placeAt(world: World, now: string): Place {
  const part = world.of(customerId);
  const due = world.nextDue();
  return { world, now, facts: factsOf(part, now, due === null || due > now) };
}

/** Somebody's wish: who sends what to which machine, and the id where the sender gives one. */
export type Wish = readonly [Sender | Actor, Target, MachineEvent, commandId?: string];

/** Sends a wish; else its id comes from how much has happened so far. */
export function send(world: World, now: string, [sender, target, event, id]: Wish): Outcome {
  const { events } = world.of(customerId);
  const commandId = id ?? `command ${events.length}`;
  const { machineId } = target;
  const self = { kind: "machine", machineId } as const;
  const named = sender === "machine" ? self : sender;
  const actor = typeof named === "string" ? actorOf(named) : named;
  return world.send({ ...target, ...{ commandId, actor, receivedAt: now, event } });
}
