import type { Command } from "#machines/engine/command.ts";
import {
  commandOfSpread,
  type Spread,
  type SpreadScope,
  type SpreadTarget,
} from "#machines/engine/spread.ts";
import { sendCommand, type Decade } from "./life.ts";

/** Machines of a scope, as the database would find them by the list columns. */
function targetsOf({ world, people }: Decade, scope: SpreadScope): SpreadTarget[] {
  if ("machines" in scope) return [...scope.machines];
  const { to, statuses, menus } = scope;
  const isMeant = (codes: readonly unknown[]) =>
    menus === null || codes.some((code) => menus.includes(String(code)));
  return people.flatMap(({ customerId }) => {
    const { machines } = world.of(customerId);
    const optionsOf = (contractId: string) =>
      [...machines.values()].filter(
        ({ kind, view }) =>
          kind === "option" &&
          view["contractId"] === contractId &&
          !["withdrawn", "rejected", "ended"].includes(String(view["status"])),
      );
    return [...machines.values()]
      .filter(({ kind, view }) => kind === to && statuses.includes(String(view["status"])))
      .filter(({ machineId, view }) => {
        const options = to === "contract" ? optionsOf(machineId) : [];
        return isMeant(
          [view, ...options.map((option) => option.view)].map((own) => own["menuCode"]),
        );
      })
      .map(({ machineId }) => ({ customerId, machineId }));
  });
}

/** Whether a machine has taken this type of event from the same sender before. */
function hasHeard(
  { world }: Decade,
  { customerId, machineId, commandId, event }: Command,
): boolean {
  const sender = commandId.split("/").slice(0, 3).join("/");
  return world
    .of(customerId)
    .events.some(
      (known) =>
        known.machineId === machineId &&
        known.commandId.startsWith(`${sender}/`) &&
        known.event.type === event.type,
    );
}

/** Carries out what the operator's machines have decided since the last time. Returns how many machines took it. */
export function carryOut(decade: Decade): number {
  const { effects } = decade.world.of(decade.operator.customerId);
  let reached = 0;
  for (; decade.effectsDone < effects.length; decade.effectsDone += 1) {
    const effect = effects[decade.effectsDone];
    if (effect?.kind !== "spread") continue;
    const spread = effect.params as unknown as Spread;
    for (const target of targetsOf(decade, spread.scope)) {
      const command = commandOfSpread(effect, spread, target);
      if (spread.onlyNew === true && hasHeard(decade, command)) continue;
      if (sendCommand(decade, command).ok) reached += 1;
    }
  }
  return reached;
}
