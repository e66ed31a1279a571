import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle, Scope } from "#db/client.ts";
import {
  listConsentRequests,
  readConsentNote,
  readConsentRequest,
  type NamedConsentRequest,
} from "#db/queries/consent-requests.ts";
import { readCustomer } from "#db/queries/operations/people.ts";

/** A request as pages show it; days ISO, yen a year without tax. */
export type ConsentView = Omit<NamedConsentRequest, "changedAt">;

/** A request with what both sides wrote. */
export interface ConsentPage {
  request: ConsentView;
  text: string;
  decision: string;
  /** The customer that staff named as assignee; for staff only. */
  assigneeName: string | null;
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

async function readPage(
  scope: Scope,
  customerId: string,
  requestId: string,
  isStaff: boolean,
): Promise<ConsentPage> {
  if (![customerId, requestId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  return currentPortal().database.transaction(scope, async (tx) => {
    const row = await readConsentRequest(tx, customerId, requestId);
    if (!row) throw new Problem("notFound", `no request ${requestId}`);
    const assignee = isStaff && row.assigneeId ? await readCustomer(tx, row.assigneeId) : null;
    const view = viewOf(row);
    return {
      // Who takes a contract over is told to the assignor by the assignor's own request only.
      request: isStaff ? view : { ...view, assigneeId: null },
      text: await textOf(tx, customerId, row.noteId),
      decision: await textOf(tx, customerId, row.decisionNoteId),
      assigneeName: assignee?.name ?? null,
    };
  });
}

async function textOf(tx: Handle, customerId: string, noteId: string | null): Promise<string> {
  return noteId === null ? "" : ((await readConsentNote(tx, customerId, noteId))?.text ?? "");
}

/** One request of the member's company. Throws Problem `notFound` for somebody else's. */
export async function readConsentForMember(
  principal: Principal,
  requestId: string,
): Promise<ConsentPage> {
  const { customerId } = asMember(principal);
  return readPage({ role: "portal_app", customerId }, customerId, requestId, false);
}

/** One request for staff. Throws Problem `notFound`, `notAllowed` for other roles than operations. */
export async function readConsentForStaff(
  principal: Principal,
  customerId: string,
  requestId: string,
): Promise<ConsentPage> {
  asStaff(principal, "operations");
  return readPage({ role: "portal_staff" }, customerId, requestId, true);
}
