import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { readCustomerOfOwner } from "#db/queries/assignees.ts";
import {
  listConsentRequests,
  readConsentNote,
  readConsentRequest,
  readProposedAssignee,
  type NamedConsentRequest,
} from "#db/queries/consent-requests.ts";
import { readCustomer } from "#db/queries/operations/people.ts";
import { readAssigneeDossier, type AssigneeDossier } from "./assignee-dossier.ts";
import {
  clauseOfReason,
  rejectionLabels,
  type RejectionReason,
} from "#machines/terms/a05-rejection.ts";
import type { Bilingual, Clause } from "#machines/terms/articles.ts";

/** A request as pages show it; days ISO, yen a year without tax. */
export type ConsentView = Omit<NamedConsentRequest, "changedAt">;

/** A request with what both sides wrote. */
export interface ConsentPage {
  request: ConsentView;
  text: string;
  decision: string;
  /** Why the assignee is not accepted, with its item of A5.4. */
  refusal: { label: Bilingual; clause: Clause } | null;
  /** Why an assignment was called off, as far as the reader's side knows the words. */
  offText: string;
  /** The company and address that the assignor proposed; the assignor's and the staff's to see. */
  proposed: { companyName: string; email: string } | null;
  /** Whose contract an assignee is asked to take over. */
  assignorName: string | null;
}

/** A request as staff read it: with the assignee that they named, or could name. */
export interface StaffConsentPage extends ConsentPage {
  assignee: AssigneeDossier | null;
  /** The customer that registered under the proposed address; null while there is none. */
  registeredAs: { customerId: string; number: number; name: string } | null;
}

function refusalOf(stored: string | null): ConsentPage["refusal"] {
  if (stored === null) return null;
  const reason = stored as RejectionReason;
  return { label: rejectionLabels[reason], clause: clauseOfReason(reason) };
}

const viewOf = ({ changedAt: _, ...view }: NamedConsentRequest): ConsentView => view;

/** The member's requests and those that the operator made to it, the latest first. */
export async function listOwnConsents(principal: Principal): Promise<ConsentView[]> {
  const { customerId } = asMember(principal);
  const scope = { role: "portal_app", customerId } as const;
  const rows = await currentPortal().database.transaction(scope, (tx) =>
    listConsentRequests(tx, customerId),
  );
  return rows.map((row) => viewOf(row));
}

/** All requests, the latest first. Throws Problem `notAllowed` for other roles than operations. */
export async function listAllConsents(principal: Principal): Promise<ConsentView[]> {
  asStaff(principal, "operations");
  const rows = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    listConsentRequests(tx, null),
  );
  return rows.map((row) => viewOf(row));
}

async function readPage(tx: Handle, customerId: string, requestId: string): Promise<ConsentPage> {
  const row = await readConsentRequest(tx, customerId, requestId);
  if (!row) throw new Problem("notFound", `no request ${requestId}`);
  const proposed = await readProposedAssignee(tx, customerId, requestId);
  return {
    request: viewOf(row),
    text: await textOf(tx, customerId, row.noteId),
    decision: await textOf(tx, customerId, row.decisionNoteId),
    refusal: refusalOf(row.refusalReason),
    offText: await textOf(tx, customerId, row.offNoteId),
    proposed: proposed && { companyName: proposed.companyName, email: proposed.email },
    assignorName: null,
  };
}

function requireIdentifiers(...ids: string[]): void {
  if (!ids.every(isIdentifier)) throw new Problem("notFound", "no identifier");
}

async function textOf(tx: Handle, customerId: string, noteId: string | null): Promise<string> {
  return noteId === null ? "" : ((await readConsentNote(tx, customerId, noteId))?.text ?? "");
}

/**
 * One request of the member's company. Who is asked to take a contract over learns the name of the company
 * that wishes to assign it, and nothing else of it.
 *
 * @throws Problem `notFound` for somebody else's
 */
export async function readConsentForMember(
  principal: Principal,
  requestId: string,
): Promise<ConsentPage> {
  const { customerId } = asMember(principal);
  requireIdentifiers(requestId);
  const { database } = currentPortal();
  const page = await database.transaction({ role: "portal_app", customerId }, (tx) =>
    readPage(tx, customerId, requestId),
  );
  const { assignorId } = page.request;
  const assignor =
    assignorId &&
    (await database.transaction({ role: "portal_engine" }, (tx) => readCustomer(tx, assignorId)));
  const hidden = { assigneeId: null, assignorId: null, otherRequestId: null };
  return {
    ...page,
    request: { ...page.request, ...hidden },
    assignorName: assignor ? assignor.name : null,
  };
}

/** One request for staff. Throws Problem `notFound`, `notAllowed` for other roles than operations. */
export async function readConsentForStaff(
  principal: Principal,
  customerId: string,
  requestId: string,
): Promise<StaffConsentPage> {
  asStaff(principal, "operations");
  requireIdentifiers(customerId, requestId);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const page = await readPage(tx, customerId, requestId);
    const { assigneeId, assignorId, otherRequestId, offNoteId } = page.request;
    const side = assigneeId && otherRequestId ? [assigneeId, otherRequestId] : null;
    const assignor = assignorId ? await readCustomer(tx, assignorId) : null;
    // The words lie with whoever wrote them.
    const otherId = assigneeId ?? assignorId;
    const offText = page.offText || !otherId ? page.offText : await textOf(tx, otherId, offNoteId);
    const [id = "", takeOverId = ""] = side ?? [];
    return {
      ...{ ...page, offText, assignorName: assignor?.name ?? null },
      assignee: side
        ? await readAssigneeDossier(tx, { customerId: id, requestId: takeOverId })
        : null,
      registeredAs: page.proposed ? await readCustomerOfOwner(tx, page.proposed.email) : null,
    };
  });
}
