import { and, asc, desc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { consentAssignee, consentNote, consentRequest } from "#db/schema/consent-request.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";

export type ConsentRequestRow = typeof consentRequest.$inferSelect;
export type ConsentNoteRow = typeof consentNote.$inferSelect;
export type ConsentAssigneeRow = typeof consentAssignee.$inferSelect;

/** A request with what names its contract and its customer. */
export type NamedConsentRequest = ConsentRequestRow & {
  number: string | null;
  customerName: string;
};

const named = (tx: Handle) =>
  tx
    .select({ request: consentRequest, number: contract.number, customerName: customer.name })
    .from(consentRequest)
    .innerJoin(customer, eq(customer.customerId, consentRequest.customerId))
    .leftJoin(
      contract,
      and(
        eq(contract.customerId, consentRequest.customerId),
        eq(contract.contractId, consentRequest.contractId),
      ),
    );

const flat = (row: {
  request: ConsentRequestRow;
  number: string | null;
  customerName: string;
}): NamedConsentRequest => ({
  ...row.request,
  number: row.number,
  customerName: row.customerName,
});

/** Writes what one side says, in the transaction in which the machine hears of it. */
export async function writeConsentNote(tx: Handle, note: ConsentNoteRow): Promise<void> {
  await tx.insert(consentNote).values(note);
}

/** What one side said, or null. */
export async function readConsentNote(
  tx: Handle,
  customerId: string,
  noteId: string,
): Promise<ConsentNoteRow | null> {
  const [row] = await tx
    .select()
    .from(consentNote)
    .where(and(eq(consentNote.customerId, customerId), eq(consentNote.noteId, noteId)));
  return row ?? null;
}

/** Writes whom an assignor proposes as assignee, in the transaction in which it asks. */
export async function writeProposedAssignee(tx: Handle, row: ConsentAssigneeRow): Promise<void> {
  await tx.insert(consentAssignee).values(row);
}

/** Whom a request proposes as assignee, or null. */
export async function readProposedAssignee(
  tx: Handle,
  customerId: string,
  requestId: string,
): Promise<ConsentAssigneeRow | null> {
  const [row] = await tx
    .select()
    .from(consentAssignee)
    .where(
      and(eq(consentAssignee.customerId, customerId), eq(consentAssignee.requestId, requestId)),
    );
  return row ?? null;
}

/** One request, or null. */
export async function readConsentRequest(
  tx: Handle,
  customerId: string,
  requestId: string,
): Promise<NamedConsentRequest | null> {
  const [row] = await named(tx).where(
    and(eq(consentRequest.customerId, customerId), eq(consentRequest.requestId, requestId)),
  );
  return row ? flat(row) : null;
}

/** The requests of a customer, or of all customers, the latest first. */
export async function listConsentRequests(
  tx: Handle,
  customerId: string | null,
): Promise<NamedConsentRequest[]> {
  const rows = await named(tx)
    .where(customerId === null ? undefined : eq(consentRequest.customerId, customerId))
    .orderBy(desc(consentRequest.askedOn), asc(consentRequest.requestId))
    .limit(500);
  return rows.map((row) => flat(row));
}
