import type { AnyDefinition } from "./definition.ts";
import { hashOf } from "./hash.ts";

/** The hash of a chart: states, events, targets, guard names and clauses; not what guards compute. */
export function hashOfDefinition({ kind, version, machine, senders }: AnyDefinition): string {
  return hashOf({ kind, version, senders, chart: JSON.parse(JSON.stringify(machine.definition)) });
}
