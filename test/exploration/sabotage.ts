import { createMachine } from "xstate";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { definitions } from "#machines/registry.ts";

type Lookup = (kind: MachineKind) => AnyDefinition;
/** An action as a chart has it, and what is to stand in its place; null for nothing. */
type Swap = readonly [action: unknown, instead: unknown];

/** The machines as they are. */
export const asTheyAre: Lookup = (kind) => definitions[kind];

/** The machines with a mistake in one of them. */
export const withMistake =
  (kind: MachineKind, mistake: Partial<AnyDefinition>): Lookup =>
  (asked) =>
    asked === kind ? { ...definitions[kind], ...mistake } : definitions[asked];

/** A machine one guard of which always holds, or never. */
export function withGuard(kind: MachineKind, guard: string, holds: boolean): Lookup {
  const { machine } = definitions[kind];
  if (!(guard in machine.implementations.guards)) throw new Error(`No guard ${guard}.`);
  return withMistake(kind, {
    machine: machine.provide({ guards: { [guard]: () => holds } } as never),
  });
}

function swapped(node: unknown, swap: Swap, found: { count: number }): unknown {
  if (Array.isArray(node)) {
    return node.flatMap((item: unknown) => {
      if (item !== swap[0]) return [swapped(item, swap, found)];
      found.count += 1;
      return swap[1] === null ? [] : [swap[1]];
    });
  }
  if (node === null || typeof node !== "object") return node;
  const members = Object.entries(node).map(([name, value]: [string, unknown]) => {
    if (name !== "actions" || value !== swap[0]) return [name, swapped(value, swap, found)];
    found.count += 1;
    return [name, swap[1] ?? []];
  });
  return Object.fromEntries(members) as unknown;
}

/** A machine whose chart has another action in the place of one, or none. Throws where it has no such action. */
export function withAction(kind: MachineKind, action: unknown, instead: unknown = null): Lookup {
  const { machine } = definitions[kind];
  const found = { count: 0 };
  const config = swapped(machine.config, [action, instead], found);
  if (found.count === 0) throw new Error(`The ${kind} has no such action.`);
  return withMistake(kind, {
    machine: createMachine(config as never, machine.implementations as never),
  });
}

/** A machine that waits for something else than it says. */
export function withDeadlines(
  kind: MachineKind,
  change: (
    ...given: Parameters<AnyDefinition["deadlines"]>
  ) => ReturnType<AnyDefinition["deadlines"]>,
): Lookup {
  return withMistake(kind, { deadlines: change });
}
