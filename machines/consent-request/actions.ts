import type { MachineEvent } from "../engine/outgoing.ts";
import type { RejectionReason } from "../terms/a05-rejection.ts";
import { base } from "./base.ts";
import type { AssignmentOff, AssignmentSide, ConsentRequestContext, OtherSide } from "./context.ts";
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

export const noteWriting = base.assign({ assigneeWrittenOn: ({ event }) => event.day });

export const askAssignee = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "nameAssignee") return;
  const { assignorId, other, offer } = event;
  // What was checked was checked of another company.
  enqueue.assign({ other, offer, assignee: "asked", maintenanceVerifiedOn: null });
  const { requestId } = context;
  const invite = { type: "invite", other: { customerId: assignorId, requestId }, offer };
  enqueue({ type: "effect", params: tellOther(other, invite) });
});

export const noteAssigneesAnswer = base.assign(({ event }) => ({
  assignee: event.type === "assigneeAgreed" ? ("agreed" as const) : ("declined" as const),
}));

export const noteVerification = base.assign({ maintenanceVerifiedOn: ({ event }) => event.day });

/** An assignment that does not happen, and by whose word. */
export const noteOff = (cause: AssignmentOff["cause"], by: AssignmentSide | null) =>
  base.assign(({ event }) => {
    const noteId = "noteId" in event && cause === "calledOff" ? event.noteId : null;
    return { off: { cause, by, on: event.day, noteId } };
  });

/** The assignee need not answer any more, or is freed of its answer. */
export const revokeInvitation = (cause: AssignmentOff["cause"], by: AssignmentSide | null) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { other, assignee } = context;
    if (!other || (assignee !== "asked" && assignee !== "agreed")) return;
    // Why the assignor itself is refused is none of the assignee's business.
    const tells = cause === "calledOff" || event.type === "refuseAssignee";
    const noteId = tells && "noteId" in event ? event.noteId : null;
    const reason = event.type === "refuseAssignee" ? event.reason : null;
    enqueue({
      type: "effect",
      params: tellOther(other, { type: "revoke", cause, by, noteId, reason }),
    });
  });

/** The assignee hears that nothing comes of it, and why as far as it is told. */
export const noteRevocation = base.assign(({ event }) => {
  if (event.type !== "revoke") return {};
  const { cause, by, noteId, reason, day: on } = event;
  return { off: { cause, by, on, noteId }, refusalReason: reason };
});

export const noteDecision = base.assign(({ event }) => ({
  decidedOn: event.day,
  decisionNoteId: "noteId" in event ? event.noteId : null,
}));

export const noteRefusalReason = base.assign(({ event }) =>
  event.type === "refuseAssignee" ? { refusalReason: event.reason } : {},
);

/** What the assignee said goes to the assignor's request. */
export const tellAssignor = (type: "assigneeAgreed" | "assigneeDeclined" | "handedOver") =>
  base.enqueueActions(({ context, enqueue }) => {
    const { other, requestId } = context;
    if (!other) return;
    const event = type === "handedOver" ? { type } : { type, requestId };
    enqueue({ type: "effect", params: tellOther(other, event) });
  });

/**
 * An assignee asks to be let out. It stays bound until the other side frees it: on the day itself the
 * contract may be on its way already.
 */
export const askToStepBack = base.enqueueActions(({ context, event, enqueue }) => {
  const { other, requestId } = context;
  if (event.type !== "stepBack" || !other) return;
  enqueue.assign({ steppedBackOn: event.day });
  const said = { type: "assigneeSteppedBack", requestId, noteId: event.noteId };
  enqueue({ type: "effect", params: tellOther(other, said) });
});

export const noteTermsVersion = base.assign({
  termsVersion: ({ event }) => (event.type === "agree" ? event.termsVersion : null),
});

/** The contract ends with the assignor on the day before, unless it ends sooner (A31.1). */
export const assignContract = base.enqueueActions(({ context, event, enqueue }) => {
  const { contractId, other } = context;
  if (event.type !== "consent" || !event.effectiveDay || !contractId || !other) return;
  const { effectiveDay } = event;
  enqueue.assign({ effectiveDay });
  const assign = { type: "assign", successorId: successorOf(other.requestId), effectiveDay };
  const tell = { kind: "contract" as const, machineId: contractId, event: assign };
  enqueue({ type: "tell", params: { ...tell, required: true } });
});

/** The contract does not end for the assignee's sake; one that ended otherwise has nothing to do. */
export const keepContract = base.enqueueActions(({ context, enqueue }) => {
  const { contractId, other } = context;
  if (!contractId || !other) return;
  const event = { type: "withdrawEnd", ref: successorOf(other.requestId) };
  enqueue({ type: "tell", params: { kind: "contract", machineId: contractId, event } });
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
  /** The customer with whom the note lies, where it is the other side of an assignment. */
  noteOf: string | null;
  reason: RejectionReason | null;
  off: AssignmentOff | null;
}

type Template =
  | "consent-received"
  | "consent-asked"
  | "consent-decided"
  | "contract-taken-over"
  | "assignment-off"
  | "assignee-registration";

/** The other side where it is the one that wrote the reason; staff write on the assignor's. */
function writerOf({ kind, off, other }: ConsentRequestContext): string | null {
  if (!off || !other) return null;
  const isTheirs = (kind === "takeOver") !== (off.by === "assignee");
  return isTheirs ? other.customerId : null;
}

export const mail = (template: Template, decision: ConsentMailFacts["decision"] = null) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { requestId, kind, asker, contractId, askedOn, effectiveDay, off } = context;
    const isOff = template === "assignment-off";
    const said = decision ? context.decisionNoteId : context.noteId;
    const facts: ConsentMailFacts = {
      ...{ kind: kind ?? "", asker: asker ?? "", contractId, askedOn: askedOn ?? event.day },
      ...{ decision, effectiveDay, off: isOff ? off : null, reason: context.refusalReason },
      noteId: isOff ? (off?.noteId ?? null) : said,
      noteOf: isOff ? writerOf(context) : null,
    };
    const to = template === "assignee-registration" ? "proposedAssignee" : "customer";
    const params = { template, to, requestId, at: event.at, day: event.day, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });
