import { and, asc, count, desc, eq, inArray, notInArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { breachCase, breachNote } from "#db/schema/breach-case.ts";
import { customer, registration } from "#db/schema/customer.ts";
import { machineEvent } from "#db/schema/engine.ts";
import type { Actor } from "#machines/engine/actor.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";

export type BreachCaseRow = typeof breachCase.$inferSelect;
export type BreachNoteRow = typeof breachNote.$inferSelect;

const isCase = (customerId: string, caseId: string) =>
  and(eq(breachCase.customerId, customerId), eq(breachCase.caseId, caseId));

/** Writes what staff say about a case, in the transaction in which its machine hears of it. */
export async function writeBreachNote(tx: Handle, note: BreachNoteRow): Promise<void> {
  await tx.insert(breachNote).values(note);
}

/** What staff said about a case, in the order in which it was written. */
export async function readBreachNotes(
  tx: Handle,
  customerId: string,
  caseId: string,
): Promise<BreachNoteRow[]> {
  return tx
    .select()
    .from(breachNote)
    .where(and(eq(breachNote.customerId, customerId), eq(breachNote.caseId, caseId)))
    .orderBy(asc(breachNote.writtenAt), asc(breachNote.noteId));
}

/** The list columns of one case, or null. */
export async function readBreachCase(
  tx: Handle,
  customerId: string,
  caseId: string,
): Promise<BreachCaseRow | null> {
  const [row] = await tx.select().from(breachCase).where(isCase(customerId, caseId));
  return row ?? null;
}

/** One event of a case, as the log holds it. */
export interface BreachEventRow {
  seq: number;
  event: MachineEvent;
  actor: Actor;
  at: Date;
  clauses: string[];
}

/** Everything that happened to a case, the first first. */
export async function readBreachEvents(
  tx: Handle,
  customerId: string,
  caseId: string,
): Promise<BreachEventRow[]> {
  const { seq, event, actor, at, clauses } = machineEvent;
  const rows = await tx
    .select({ seq, event, actor, at, clauses })
    .from(machineEvent)
    .where(and(eq(machineEvent.customerId, customerId), eq(machineEvent.machineId, caseId)))
    .orderBy(asc(seq));
  return rows as BreachEventRow[];
}

export type ListedBreach = BreachCaseRow & { customerName: string };

/** One page of the cases of all customers: what has a period first, by its last day; then the newest. */
export async function listBreachCases(
  tx: Handle,
  statuses: readonly string[],
  page: { offset: number; limit: number },
): Promise<{ rows: ListedBreach[]; total: number }> {
  const where = inArray(breachCase.status, [...statuses]);
  const [counted] = await tx.select({ total: count() }).from(breachCase).where(where);
  const rows = await tx
    .select({ row: breachCase, customerName: customer.name })
    .from(breachCase)
    .innerJoin(customer, eq(customer.customerId, breachCase.customerId))
    .where(where)
    .orderBy(asc(breachCase.demandUntil), desc(breachCase.changedAt), desc(breachCase.caseId))
    .limit(page.limit)
    .offset(page.offset);
  return {
    rows: rows.map(({ row, customerName }) => ({ ...row, customerName })),
    total: counted?.total ?? 0,
  };
}

/** The cases of one customer in some states, the newest first. */
export async function readBreachesOf(
  tx: Handle,
  customerId: string,
  statuses: readonly string[],
): Promise<BreachCaseRow[]> {
  return tx
    .select()
    .from(breachCase)
    .where(and(eq(breachCase.customerId, customerId), inArray(breachCase.status, [...statuses])))
    .orderBy(desc(breachCase.changedAt));
}

/** A recorded breach with every name under which its company is or was known. */
export interface RecordedBreach {
  customerId: string;
  caseId: string;
  item: string;
  status: string;
  recordedOn: string | null;
  names: string[];
}

/** Every recorded breach of all customers, the newest first, for finding the same company again. */
export async function readRecordedBreaches(tx: Handle): Promise<RecordedBreach[]> {
  const rows = await tx
    .select({ row: breachCase, customerName: customer.name })
    .from(breachCase)
    .innerJoin(customer, eq(customer.customerId, breachCase.customerId))
    .where(notInArray(breachCase.status, ["draft", "discarded"]))
    .orderBy(desc(breachCase.recordedOn), desc(breachCase.caseId));
  const ids = [...new Set(rows.map(({ row }) => row.customerId))];
  const registered =
    ids.length === 0
      ? []
      : await tx
          .selectDistinct({ customerId: registration.customerId, name: registration.companyName })
          .from(registration)
          .where(inArray(registration.customerId, ids));
  return rows.map(({ row: { customerId, caseId, item, status, recordedOn }, customerName }) => ({
    ...{ customerId, caseId, item, status, recordedOn },
    names: [
      customerName,
      ...registered.filter((one) => one.customerId === customerId).map(({ name }) => name),
    ],
  }));
}
