import type { MachineEvent } from "../engine/outgoing.ts";
import { base } from "./base.ts";
import type { OtherSide } from "./context.ts";
import { successorOf } from "./successor.ts";

export const noteAsking = base.assign(({ event }) => {
  if (event.type !== "ask" && event.type !== "askCustomer") return {};
  const { machineId: requestId, contractId, noteId, day: askedOn } = event;
  const isOperators = event.type === "askCustomer";
  return {
    ...{ requestId, contractId, noteId, askedOn },
    kind: event.type === "askCustomer" ? ("assignment" as const) : event.kind,
    asker: isOperators ? ("operator" as const) : ("customer" as const),
  };
});

export const noteInvitation = base.assign(({ event }) => {
  if (event.type !== "invite") return {};
  const { machineId: requestId, other, offer, day: askedOn } = event;
  const what = { kind: "takeOver", asker: "operator" } as const;
  return { requestId, other, offer, askedOn, ...what, contractId: successorOf(requestId) };
});

/** A command to the other side of an assignment, which is another customer's: after the commit. */
const tellOther = (other: OtherSide, event: MachineEvent) => ({
  kind: "command" as const,
  params: {
    customerId: other.customerId,
    machineId: other.requestId,
    kind: "consentRequest",
    event,
  },
});

export const askAssignee = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "nameAssignee") return;
  const { assignorId, other, offer } = event;
  enqueue.assign({ other, offer, assignee: "asked" });
  const { requestId } = context;
  const invite = { type: "invite", other: { customerId: assignorId, requestId }, offer };
  enqueue({ type: "effect", params: tellOther(other, invite) });
});

export const noteAssigneesAnswer = base.assign(({ event }) => ({
  assignee: event.type === "assigneeAgreed" ? ("agreed" as const) : ("declined" as const),
}));

/** The assignee need not answer any more, or is freed of its answer. */
export const revokeInvitation = base.enqueueActions(({ context, enqueue }) => {
  const { other, assignee } = context;
  if (!other || (assignee !== "asked" && assignee !== "agreed")) return;
  enqueue({ type: "effect", params: tellOther(other, { type: "revoke" }) });
});

export const noteDecision = base.assign(({ event }) => ({
  decidedOn: event.day,
  decisionNoteId: "noteId" in event ? event.noteId : null,
}));

/** What the assignee said goes to the assignor's request. */
export const tellAssignor = (type: "assigneeAgreed" | "assigneeDeclined" | "handedOver") =>
  base.enqueueActions(({ context, enqueue }) => {
    const { other, requestId } = context;
    if (!other) return;
    const event = type === "handedOver" ? { type } : { type, requestId };
    enqueue({ type: "effect", params: tellOther(other, event) });
  });

export const noteTermsVersion = base.assign({
  termsVersion: ({ event }) => (event.type === "agree" ? event.termsVersion : null),
});

/** The contract ends with the assignor on the day before, unless it ends sooner (A31.1). */
export const assignContract = base.enqueueActions(({ context, event, enqueue }) => {
  const { contractId, other } = context;
  if (event.type !== "consent" || !event.effectiveDay || !contractId || !other) return;
  const { effectiveDay } = event;
  enqueue.assign({ effectiveDay, maintenanceVerifiedOn: event.day });
  const assign = { type: "assign", successorId: successorOf(other.requestId), effectiveDay };
  const tell = { kind: "contract" as const, machineId: contractId, event: assign };
  enqueue({ type: "tell", params: { ...tell, required: true } });
});

/** What the contract is on that day goes to the assignee: read once it has ended here. */
export const handOver = base.enqueueActions(({ context, enqueue }) => {
  const { contractId, other, maintenanceVerifiedOn } = context;
  if (!contractId || !other) return;
  const params = { contractId, other, maintenanceVerifiedOn };
  enqueue({ type: "effect", params: { kind: "handOver", params } });
});

/** The contract goes on under the assignee. */
export const openSuccessor = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "receive") return;
  const { type: _, at: __, day: effectiveDay, machineId: ___, number: ____, ...handed } = event;
  const { successorId: machineId, ...facts } = handed;
  const takeOver = { type: "takeOver", ...facts, termsVersion: context.termsVersion };
  enqueue.assign({ effectiveDay, contractId: machineId });
  const tell = { kind: "contract" as const, machineId, event: takeOver };
  enqueue({ type: "tell", params: { ...tell, required: true } });
});

/** What a mail about a request rests on; words are read by their notes' ids. */
export interface ConsentMailFacts {
  kind: string;
  asker: string;
  contractId: string | null;
  askedOn: string;
  decision: "consented" | "refused" | null;
  effectiveDay: string | null;
  noteId: string | null;
}

type Template = "consent-received" | "consent-asked" | "consent-decided" | "contract-taken-over";

export const mail = (template: Template, decision: ConsentMailFacts["decision"] = null) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { requestId, kind, asker, contractId, askedOn, effectiveDay } = context;
    const noteId = decision ? context.decisionNoteId : context.noteId;
    const facts: ConsentMailFacts = {
      ...{ kind: kind ?? "", asker: asker ?? "", contractId, askedOn: askedOn ?? event.day },
      ...{ decision, effectiveDay, noteId },
    };
    const params = { template, to: "customer", requestId, at: event.at, day: event.day, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });
