import { decide } from "#machines/engine/decide.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import { matterKinds } from "#machines/matters/kinds.ts";
import { definitions } from "#machines/registry.ts";
import { declaredEdges, edgesTaken } from "#test/helpers/chart.ts";

/** The machines of a customer; those that run under the operator's id have lives of their own. */
const kinds: readonly MachineKind[] = [
  ...(["contract", "option", "invoice", "payment", "card", "bankReceipt"] as const),
  ...(["refund", "dispute", "approval", "creditNote"] as const),
  ...matterKinds,
];

/** Every edge of the charts of a customer's machines, by name. */
export const allEdges: readonly string[] = kinds.flatMap((kind) =>
  declaredEdges(definitions[kind].machine),
);

/** Adds the edges that a customer's machines have come through. */
export function noteEdges(
  { events, machines }: Readonly<CustomerWorld>,
  reached: Set<string>,
): void {
  const snapshots = new Map<string, StoredSnapshot>();
  for (const { machineId, event } of events) {
    const kind = machines.get(machineId)?.kind;
    if (!kind) continue;
    const before = snapshots.get(machineId) ?? null;
    for (const edge of edgesTaken(definitions[kind].machine, before, event).flat())
      reached.add(edge);
    const decision = decide(definitions[kind], before, event);
    if (decision) snapshots.set(machineId, decision.snapshot);
  }
}
