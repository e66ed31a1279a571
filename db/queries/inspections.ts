import { and, asc, eq, inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract, option } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";
import { machine } from "#db/schema/engine.ts";
import { workNote } from "#db/schema/work-note.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { VersionedSnapshot } from "#machines/engine/migration.ts";

export type WorkNoteRow = typeof workNote.$inferSelect;

/** An option of the kind work with its machine, its contract and its customer. */
export interface WorkOptionRow {
  customerId: string;
  customerName: string;
  optionId: string;
  contractId: string;
  number: string | null;
  stored: VersionedSnapshot;
}

/** States in which there is something to say about work (A11). */
const begun = ["working", "inspecting", "done"];

/** Options of the kind work that have begun: of a customer or of all, one of them or all. */
export async function readWorkOptions(
  tx: Handle,
  customerId: string | null,
  optionId: string | null = null,
): Promise<WorkOptionRow[]> {
  const rows = await tx
    .select({
      customerId: option.customerId,
      customerName: customer.name,
      optionId: option.optionId,
      contractId: option.contractId,
      number: contract.number,
      definitionVersion: machine.definitionVersion,
      snapshot: machine.snapshot,
    })
    .from(option)
    .innerJoin(customer, eq(customer.customerId, option.customerId))
    .innerJoin(
      contract,
      and(eq(contract.customerId, option.customerId), eq(contract.contractId, option.contractId)),
    )
    .innerJoin(
      machine,
      and(eq(machine.customerId, option.customerId), eq(machine.machineId, option.optionId)),
    )
    .where(
      and(
        eq(option.kind, "work"),
        customerId === null ? undefined : eq(option.customerId, customerId),
        optionId === null ? inArray(option.status, begun) : eq(option.optionId, optionId),
      ),
    )
    .orderBy(asc(option.inspectBy), asc(option.startDay), asc(option.optionId))
    .limit(500);
  return rows.map(({ definitionVersion, snapshot, ...row }) => ({
    ...row,
    stored: {
      ...{ machineId: row.optionId, kind: "option", definitionVersion },
      snapshot: snapshot as StoredSnapshot,
    },
  }));
}

/** Writes what one side says of work, in the transaction in which the machine hears of it. */
export async function writeWorkNote(tx: Handle, note: WorkNoteRow): Promise<void> {
  await tx.insert(workNote).values(note);
}

/** What both sides said of work, the earliest first. */
export async function readWorkNotes(
  tx: Handle,
  customerId: string,
  optionId: string,
): Promise<WorkNoteRow[]> {
  return tx
    .select()
    .from(workNote)
    .where(and(eq(workNote.customerId, customerId), eq(workNote.optionId, optionId)))
    .orderBy(asc(workNote.writtenAt), asc(workNote.noteId));
}
