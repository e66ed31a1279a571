import { contractsOf } from "./belonging.ts";
import type { MachineState } from "./engine/change.ts";
import { isMigration } from "./engine/migration.ts";
import { resumeWorld, type CustomerWorld, type StoredCustomer } from "./engine/world.ts";
import { isBookkeeping } from "./invoice/bookkeeping.ts";
import { registry, type Registry } from "./registry.ts";

/**
 * The coming dates and amounts of one contract, by what they are: "renew" with an ISO day, "invoice
 * 2027-04-01 total" with yen. `problem` says why a future can't be told.
 */
export interface Future {
  customerId: string;
  contractId: string;
  number: string | null;
  facts: Record<string, string | number>;
}

type Members = Record<string, unknown>;
type Facts = Future["facts"];

const contextOf = (machine: MachineState | undefined): Members => machine?.snapshot.context ?? {};

/** What a machine is called among those of its contract; the contract itself needs no name. */
function nameOf(machine: MachineState): string {
  const context = contextOf(machine);
  switch (machine.kind) {
    case "contract":
      return "";
    case "option":
      return `option ${String(context["menuCode"])} `;
    case "invoice":
      return `invoice ${String(context["periodStart"])} `;
    default:
      return `${machine.kind} ${machine.machineId} `;
  }
}

/** Adds a fact under a name that no other has. */
function add(facts: Facts, name: string, value: unknown): void {
  if (typeof value !== "string" && typeof value !== "number") return;
  let place = 2;
  let free = name;
  for (; free in facts; place += 1) free = `${name} (${place})`;
  facts[free] = value;
}

const columns = {
  contract: { "start day": "startDay", "term end": "termEnd", "end day": "endDay" },
  invoice: { issued: "issueDay", due: "dueDay", subtotal: "subtotal", tax: "tax", total: "total" },
} as const;

/** What happens to a contract, on which days, and what its invoices come to. */
function factsOf(contractId: string, part: Readonly<CustomerWorld>): Facts {
  const facts: Facts = {};
  const owners = contractsOf([...part.machines.values()]);
  const isOwn = ({ machineId }: { machineId: string }) => owners.get(machineId) === contractId;
  for (const { machineId, event } of part.events.filter(isOwn)) {
    const machine = part.machines.get(machineId);
    if (!machine || isMigration(event) || isBookkeeping(machine.kind, event.type)) continue;
    const { id } = event as Members;
    const which = typeof id === "string" ? ` ${id}` : "";
    add(facts, `${nameOf(machine)}${event.type}${which}`, event.day);
  }
  for (const timer of part.dropped.filter(isOwn)) {
    const machine = part.machines.get(timer.machineId);
    if (machine) add(facts, `${nameOf(machine)}${timer.timerId} refused`, timer.dueAt);
  }
  for (const machine of [...part.machines.values()].filter(isOwn)) {
    const { kind, view } = machine;
    if (kind !== "contract" && kind !== "invoice") continue;
    for (const [name, column] of Object.entries(columns[kind])) {
      add(facts, `${nameOf(machine)}${name}`, view[column]);
    }
  }
  return facts;
}

/**
 * What becomes of a customer's living contracts up to an instant (ISO) if nobody does anything: deadlines
 * fire, and machines are migrated as they are met. This is all that another release of these machines
 * is asked for, so that two releases can be compared.
 */
export function futuresOf(
  customer: StoredCustomer,
  until: string,
  { definition }: Pick<Registry, "definition"> = registry,
): Future[] {
  const { customerId } = customer.customer;
  const contracts = customer.machines.filter(
    ({ kind, snapshot }) => kind === "contract" && snapshot.status === "active",
  );
  const futureOf = ({ machineId: contractId, ...machine }: MachineState, facts: Facts): Future => {
    const { number } = contextOf({ ...machine, machineId: contractId });
    return { customerId, contractId, number: typeof number === "string" ? number : null, facts };
  };
  try {
    const world = resumeWorld(definition, [customer]);
    world.advance(until);
    const part = world.of(customerId);
    return contracts.map((contract) => futureOf(contract, factsOf(contract.machineId, part)));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return contracts.map((contract) => futureOf(contract, { problem }));
  }
}
