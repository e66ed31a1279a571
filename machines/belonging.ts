import type { MachineState } from "./engine/change.ts";

type Members = Record<string, unknown>;

const contextOf = (machine: MachineState | undefined): Members => machine?.snapshot.context ?? {};

/** By machine: the contract to which it belongs. */
export function contractsOf(machines: readonly MachineState[]): Map<string, string> {
  const byId = new Map(machines.map((machine) => [machine.machineId, machine]));
  const contractOf = (machine: MachineState): string => {
    if (machine.kind === "contract") return machine.machineId;
    const invoice = byId.get(String(contextOf(machine)["invoiceId"]));
    const owner = machine.kind === "payment" ? invoice : machine;
    return String(contextOf(owner)["contractId"]);
  };
  return new Map(machines.map((machine) => [machine.machineId, contractOf(machine)]));
}
