import type { Sender } from "#machines/engine/actor.ts";
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

/** Somebody's wish: who sends what to which machine. */
export type Wish = readonly [sender: Exclude<Sender, "machine"> | "machine", Target, MachineEvent];

/** Sends a wish; its id comes from how much has happened so far. */
export function send(world: World, now: string, [sender, target, event]: Wish): Outcome {
  const { events } = world.of(customerId);
  const actor =
    sender === "machine"
      ? { kind: "machine" as const, machineId: target.machineId }
      : actorOf(sender);
  return world.send({
    ...target,
    commandId: `command ${events.length}`,
    ...{ actor, receivedAt: now, event },
  });
}
