import type { AnyDefinition } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { deviceFaults } from "./devices.ts";
import { endFaults } from "./ends.ts";
import type { Facts } from "./facts.ts";
import { moneyFaults } from "./money.ts";
import { serviceFaults } from "./service.ts";
import { timerFaults } from "./timers.ts";

/** Everything that must hold of a customer at any time and does not, in words. */
export function stateFaults(
  facts: Facts,
  definition: (kind: MachineKind) => AnyDefinition,
): string[] {
  return [
    ...serviceFaults(facts),
    ...endFaults(facts),
    ...deviceFaults(facts),
    ...timerFaults(facts, definition),
    ...moneyFaults(facts),
  ];
}
