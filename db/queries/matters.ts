import { and, asc, desc, eq, inArray, type SQL } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";
import { deviceLoan } from "#db/schema/device-loan.ts";
import { matter, matterNote, matterValue } from "#db/schema/matter.ts";

export type MatterRow = typeof matter.$inferSelect;
export type MatterNoteRow = typeof matterNote.$inferSelect;
export type MatterValueRow = typeof matterValue.$inferSelect;

/** A matter with the names of what it belongs to. */
export type NamedMatter = MatterRow & {
  customerName: string;
  contractNumber: string | null;
  serialNumber: string | null;
};

const named = (tx: Handle) =>
  tx
    .select({
      matter,
      customerName: customer.name,
      contractNumber: contract.number,
      serialNumber: deviceLoan.serialNumber,
    })
    .from(matter)
    .innerJoin(customer, eq(customer.customerId, matter.customerId))
    .leftJoin(
      contract,
      and(eq(contract.customerId, matter.customerId), eq(contract.contractId, matter.contractId)),
    )
    .leftJoin(
      deviceLoan,
      and(eq(deviceLoan.customerId, matter.customerId), eq(deviceLoan.loanId, matter.loanId)),
    );

type Found = Awaited<ReturnType<typeof named>>[number];
const flat = ({ matter: row, ...names }: Found): NamedMatter => ({ ...row, ...names });

/** One matter by its ids, or null. */
export async function findMatter(
  tx: Handle,
  customerId: string,
  matterId: string,
): Promise<NamedMatter | null> {
  const [found] = await named(tx).where(
    and(eq(matter.customerId, customerId), eq(matter.matterId, matterId)),
  );
  return found ? flat(found) : null;
}

/** The matters that are asked for, the latest first. */
export async function listMatters(
  tx: Handle,
  {
    customerId,
    kind,
    statuses,
    limit,
    offset,
  }: {
    customerId: string | null;
    kind: string | null;
    /** All where it is null. */
    statuses: readonly string[] | null;
    limit: number;
    offset: number;
  },
): Promise<NamedMatter[]> {
  const conditions: SQL[] = [
    ...(customerId ? [eq(matter.customerId, customerId)] : []),
    ...(kind ? [eq(matter.kind, kind)] : []),
    ...(statuses ? [inArray(matter.status, [...statuses])] : []),
  ];
  const rows = await named(tx)
    .where(and(...conditions))
    .orderBy(desc(matter.openedOn), desc(matter.changedAt), asc(matter.matterId))
    .limit(limit)
    .offset(offset);
  return rows.map(flat);
}

/** Writes words about a matter, in the transaction in which its machine hears of them. */
export async function writeMatterNote(tx: Handle, note: MatterNoteRow): Promise<void> {
  await tx.insert(matterNote).values(note);
}

/** Words about a matter by their id, or null. */
export async function readMatterNote(
  tx: Handle,
  customerId: string,
  noteId: string,
): Promise<MatterNoteRow | null> {
  const [row] = await tx
    .select()
    .from(matterNote)
    .where(and(eq(matterNote.customerId, customerId), eq(matterNote.noteId, noteId)));
  return row ?? null;
}

/** What was said about a matter, in order. */
export async function listMatterNotes(
  tx: Handle,
  customerId: string,
  matterId: string,
): Promise<MatterNoteRow[]> {
  return tx
    .select()
    .from(matterNote)
    .where(and(eq(matterNote.customerId, customerId), eq(matterNote.matterId, matterId)))
    .orderBy(asc(matterNote.writtenAt), asc(matterNote.noteId));
}

/** Writes values that belong to a matter. */
export async function writeMatterValues(
  tx: Handle,
  values: readonly MatterValueRow[],
): Promise<void> {
  if (values.length > 0) await tx.insert(matterValue).values([...values]);
}

/** The values that belong to a matter, in their order. */
export async function readMatterValues(
  tx: Handle,
  customerId: string,
  matterId: string,
): Promise<{ name: string; before: string | null; after: string }[]> {
  return tx
    .select({ name: matterValue.name, before: matterValue.before, after: matterValue.after })
    .from(matterValue)
    .where(and(eq(matterValue.customerId, customerId), eq(matterValue.matterId, matterId)))
    .orderBy(asc(matterValue.place));
}
