import type { EffectRecord } from "./change.ts";
import type { Command } from "./command.ts";
import type { EffectRequest, MachineEvent, MachineKind } from "./outgoing.ts";

/** One machine of one customer. */
export interface SpreadTarget {
  customerId: string;
  machineId: string;
}

/**
 * The machines that an operator's machine reaches, as the list columns show them when the effect runs.
 * - contracts: those in one of the states, all or only those that have one of the menus, as basic menu
 *   or as an option that has not ended
 * - options: those in one of the states whose menu is one of the menus
 * - machines: those named; for a few that staff have chosen
 */
export type SpreadScope =
  | { to: "contract"; statuses: readonly string[]; menus: readonly string[] | null }
  | { to: "option"; statuses: readonly string[]; menus: readonly string[] }
  | { to: "contract" | "option"; machines: readonly SpreadTarget[] };

/** One event for every machine of a scope. */
export interface Spread {
  scope: SpreadScope;
  event: MachineEvent;
  /** Set to leave out machines that an earlier spread of the same sender gave this type of event. */
  onlyNew?: boolean;
}

/**
 * The effect by which a machine under the operator's reserved customer id sends one event to machines
 * of many customers:
 *
 * ```ts
 * const scope = { to: "contract", statuses: ["preparing", "active"], menus: null } as const;
 * enqueue({ type: "effect", params: spread({ scope, event: { type: "bindTerms", versionId } }) });
 * ```
 *
 * Each machine gets a command of its own, with the sender `machine`, at the instant at which the
 * operator's machine decided, whenever a worker comes to it. Its id follows from the effect's key, so
 * that a repetition changes nothing. A machine that takes no such event in its state is passed over;
 * one that comes into the scope later hears nothing, unless a later spread with `onlyNew` looks for it.
 */
export function spread(params: Spread): EffectRequest {
  return { kind: "spread", params: { ...params } };
}

/** The command by which a machine hears of a spread; the same for the same effect and machine. */
export function commandOfSpread(
  effect: Pick<EffectRecord, "customerId" | "machineId" | "seq" | "n" | "at">,
  { scope, event }: Spread,
  target: SpreadTarget,
): Command {
  const { customerId, machineId, seq, n, at } = effect;
  return {
    ...target,
    kind: scope.to satisfies MachineKind,
    commandId: ["spread", customerId, machineId, seq, n].join("/"),
    actor: { kind: "machine", machineId },
    receivedAt: at,
    event,
  };
}
