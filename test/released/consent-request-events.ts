import type { ConsentRequestContext } from "#machines/consent-request/context.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { basicMenu } from "#test/helpers/sample-events.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const noteId = "0199aaaa-0000-7000-8000-0000000000d1";
const other = {
  customerId: "0199aaaa-0000-7000-8000-0000000000a2",
  requestId: "0199aaaa-0000-7000-8000-0000000000f2",
};
const strangerId = "0199aaaa-0000-7000-8000-0000000000f3";
const start = "2025-04-01";
const term = { start, end: "2026-03-31" };
const offer = { menuCodes: ["m"], annualPrice: 1000, start, termEnd: term.end };

const received = {
  ...{ type: "receive", successorId: strangerId, predecessorId: contractId, quoteId: null },
  ...{ termsVersion: "2026-1", basic: basicMenu, options: [], announcedTerms: [], start, term },
  ...{ maintenanceVerifiedOn: "2025-03-05", charged: [], reminded: [], restrictions: [] },
  ...{ ends: [], notices: 0 },
};

/** Every event that a request for consent may meet in the walk. */
export function consentRequestOffers({ requestId }: ConsentRequestContext): MachineEvent[] {
  if (requestId === "") {
    return [
      { type: "ask", kind: "resale", contractId, noteId },
      { type: "ask", kind: "assignment", contractId, noteId },
      { type: "askCustomer", contractId, noteId },
      { type: "invite", other, offer },
    ];
  }
  return [
    ...["withdraw", "takeBack", "fallThrough", "handedOver"].map((type) => ({ type })),
    ...["verifyAssignee", "writeToAssignee"].map((type) => ({ type })),
    ...["callOff", "callOffByOperator", "stepBack"].map((type) => ({ type, noteId })),
    ...[other.requestId, strangerId].map((id) => ({
      ...{ type: "assigneeSteppedBack", requestId: id, noteId },
    })),
    { type: "refuseAssignee", noteId, reason: "earlierBreach" },
    { type: "revoke", cause: "calledOff", by: "operator", noteId, reason: null },
    { type: "revoke", cause: "refused", by: "operator", noteId, reason: "earlierBreach" },
    { type: "nameAssignee", assignorId: other.customerId, other, offer },
    ...["assigneeAgreed", "assigneeDeclined"].flatMap((type) =>
      [other.requestId, strangerId].map((id) => ({ type, requestId: id })),
    ),
    ...[null, "2025-06-01"].map((effectiveDay) => ({ type: "consent", noteId, effectiveDay })),
    { type: "refuse", noteId },
    ...[null, "2026-1"].map((termsVersion) => ({ type: "agree", noteId: null, termsVersion })),
    { type: "decline", noteId: null },
    received,
  ];
}
