import {
  createActor,
  type AnyStateMachine,
  type AnyStateNode,
  type TransitionDefinition,
} from "xstate";
import type { AnyDefinition, Definition, StoredSnapshot } from "#machines/engine/definition.ts";
import { past, type Stamped } from "./given.ts";

type Edge = TransitionDefinition<never, never>;

/** A transition's name: where it starts, its event and its branch. */
function nameOf({ source, eventType, guard }: Edge): string {
  const event = (eventType as string) || "always";
  return `${source.id} ${event}${guard ? ` [${String(guard)}]` : ""}`;
}

/** Every transition that a chart declares, by name; those that happen by themselves too. */
export function declaredEdges(machine: AnyStateMachine): string[] {
  const below = (node: AnyStateNode): Edge[] =>
    [
      ...[...node.transitions.values()].flat(),
      ...(node.always ?? []),
      ...Object.values(node.states).flatMap((child) => below(child as AnyStateNode)),
    ] as Edge[];
  return [...new Set(below(machine.root as AnyStateNode).map((edge) => nameOf(edge)))].toSorted();
}

/** The names of the transitions that an event sets off, one after another, with what follows of itself. */
export function edgesTaken(
  machine: AnyStateMachine,
  before: StoredSnapshot | null,
  event: Stamped,
): string[][] {
  const steps: string[][] = [];
  const snapshot = before && { ...before, historyValue: {}, children: {} };
  const actor = createActor(machine, {
    ...(snapshot ? { snapshot: snapshot as never } : {}),
    inspect: (seen) => {
      if (seen.type !== "@xstate.microstep") return;
      const { _transitions } = seen as unknown as { _transitions: Edge[] };
      steps.push(_transitions.map((edge) => nameOf(edge)));
    },
  });
  actor.start();
  steps.length = 0;
  actor.send(event);
  return steps.filter((step) => step.length > 0);
}

/** The edges that a table of cases walks, and the events that set off two at once. */
export function edgesOfCases<Context>(
  kind: Definition<Context>,
  cases: readonly [name: string, past: Stamped[], event: Stamped, ...unknown[]][],
) {
  const definition = kind as unknown as AnyDefinition;
  const walked = cases.map(([name, before, event]) => ({
    name,
    steps: edgesTaken(definition.machine, past(definition, before), event),
  }));
  return {
    taken: [...new Set(walked.flatMap(({ steps }) => steps.flat()))].toSorted(),
    together: walked.filter(({ steps }) => steps[0]?.length !== 1).map(({ name }) => name),
  };
}
