import type { Command } from "#machines/engine/command.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { customerIds, machineOf } from "#test/helpers/commands.ts";
import { optionMenu } from "#test/helpers/sample-events.ts";

/** The one customer whose life is explored. */
export const { customerId, contractId, contract } = customerIds(1);

const idOf = (name: string) => derivedId(customerId, name);
const target = (kind: MachineKind, name: string) => machineOf(kind, customerId, idOf(name));

/** What it may have beside its contract: one option ordered with it, one added later, one breach case. */
export const ordered = target("option", "ordered");
export const added = target("option", "added");
export const breachCase = target("breachCase", "case");
/** What comes from the operator. */
export const restrictionId = idOf("restriction");
export const discontinuationId = idOf("discontinuation");
export const successorId = idOf("successor");
export const noteId = idOf("note");

export const orderedOption = optionMenu(ordered.machineId, "subscription", 240_001);
export const addedOption = optionMenu(added.machineId, "device", 120_007);

/** Where a command goes. */
export type Target = Pick<Command, "customerId" | "machineId" | "kind">;

export const invoiceTarget = (machineId: string): Target =>
  machineOf("invoice", customerId, machineId);

/** The customer before its first command. */
export const newCustomer = {
  customerId,
  number: 1,
  contractCounter: 0,
  invoiceCounter: 0,
  creditNoteCounter: 0,
};

/** The contract's first day: a month's end, so that its term, notice day and due days are clamped. */
export const startDay = "2027-08-31";
export const firstTermEnd = "2028-08-30";
