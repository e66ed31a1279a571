import type { Scope } from "./notify-customers.ts";
import type { EffectRequest, MachineEvent } from "./outgoing.ts";
import { spread, type SpreadScope } from "./spread.ts";

/** A menu as an operator's machine keeps it: its kind says whether contracts or options have it. */
export interface ScopedMenu {
  code: string;
  nameJa: string;
  nameEn: string;
  kind: "basic" | "subscription" | "device" | "work";
}

/** Whom a restriction or a discontinuation concerns. */
export type ReachedScope =
  | { kind: "menus"; menus: ScopedMenu[] }
  | Extract<Scope, { kind: "contracts" }>;

const contractStatuses = ["accepted", "preparing", "active"];
const optionStatuses = ["accepted", "provisioning", "active", "working", "inspecting", "objected"];

/** The machines of a scope: contracts with its basic menus or named, and options with its other menus. */
function targetsOf(scope: ReachedScope): SpreadScope[] {
  if (scope.kind === "contracts") {
    const machines = scope.contracts.map(({ customerId, contractId: machineId }) => {
      return { customerId, machineId };
    });
    return [{ to: "contract", machines }];
  }
  const codes = (isBasic: boolean) =>
    scope.menus.filter(({ kind }) => (kind === "basic") === isBasic).map(({ code }) => code);
  const [basics, others] = [codes(true), codes(false)];
  return [
    ...(basics.length > 0
      ? [{ to: "contract" as const, statuses: contractStatuses, menus: basics }]
      : []),
    ...(others.length > 0
      ? [{ to: "option" as const, statuses: optionStatuses, menus: others }]
      : []),
  ];
}

/**
 * The effects by which a machine of the operator reaches every contract and option that its scope
 * touches, with one event each.
 *
 * @param onlyNew true leaves out those that this machine has reached with the same kind of event
 */
export function reach(
  scope: ReachedScope,
  event: MachineEvent,
  { onlyNew = false }: { onlyNew?: boolean } = {},
): EffectRequest[] {
  return targetsOf(scope).map((target) =>
    spread({ scope: target, event, ...(onlyNew ? { onlyNew } : {}) }),
  );
}
