import { dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import type { ConsentRequestContext } from "./context.ts";
import { consentRequestEvents, consentRequestSenders } from "./events.ts";
import { consentRequestMachine } from "./machine.ts";

/** What a request waits for: the first day of the assignee (A31.1). */
function consentRequestDeadlines({
  value,
  context,
}: StoredSnapshot<ConsentRequestContext>): Deadline[] {
  if (value !== "assigning" || !context.effectiveDay) return [];
  const dueAt = startOfDayInTokyo(dayOf(context.effectiveDay));
  return [{ id: "day", dueAt, event: { type: "dayReached" }, clause: "A31.1" }];
}

/** The request for consent for the engine. */
export const consentRequestDefinition: Definition<ConsentRequestContext> = {
  kind: "consentRequest",
  version: 1,
  migrations: {},
  machine: consentRequestMachine,
  events: consentRequestEvents,
  senders: consentRequestSenders,
  draws: {},
  deadlines: consentRequestDeadlines,
  view: ({ value, context }) => ({
    status: String(value),
    kind: context.kind,
    asker: context.asker,
    contractId: context.contractId,
    askedOn: context.askedOn,
    noteId: context.noteId,
    decidedOn: context.decidedOn,
    decisionNoteId: context.decisionNoteId,
    effectiveDay: context.effectiveDay,
    assignee: context.assignee,
    assigneeId: context.kind === "assignment" ? (context.other?.customerId ?? null) : null,
    assignorId: context.kind === "takeOver" ? (context.other?.customerId ?? null) : null,
    otherRequestId: context.other?.requestId ?? null,
    maintenanceVerifiedOn: context.maintenanceVerifiedOn,
    refusalReason: context.refusalReason,
    assigneeWrittenOn: context.assigneeWrittenOn,
    steppedBackOn: context.steppedBackOn,
    offCause: context.off?.cause ?? null,
    offBy: context.off?.by ?? null,
    offOn: context.off?.on ?? null,
    offNoteId: context.off?.noteId ?? null,
    menuCodes: context.offer?.menuCodes ?? [],
    annualPrice: context.offer?.annualPrice ?? null,
    termEnd: context.offer?.termEnd ?? null,
  }),
};
