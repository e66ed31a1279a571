import { dayOf } from "../calendar.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { demandOverAt } from "../terms/a16-termination.ts";
import type { BreachCaseContext } from "./context.ts";
import { breachCaseEvents, breachCaseSenders } from "./events.ts";
import { breachCaseMachine } from "./machine.ts";

/** What a case waits for: the end of the demand's period (A16.1(1)). */
function breachCaseDeadlines({ value, context }: StoredSnapshot<BreachCaseContext>): Deadline[] {
  if (value !== "demanded" || !context.demand) return [];
  const dueAt = demandOverAt(dayOf(context.demand.until));
  return [{ id: "periodEnds", dueAt, event: { type: "periodEnds" }, clause: "A16.1(1)" }];
}

/** The breach case for the engine. */
export const breachCaseDefinition: Definition<BreachCaseContext> = {
  kind: "breachCase",
  version: 1,
  migrations: {},
  machine: breachCaseMachine,
  events: breachCaseEvents,
  senders: breachCaseSenders,
  draws: {},
  deadlines: breachCaseDeadlines,
  view: ({ value, context }) => ({
    status: String(value),
    item: context.item,
    happenedOn: context.happenedOn,
    recordedOn: context.recordedOn,
    contractIds: context.contractIds,
    demandedOn: context.demand?.day ?? null,
    demandUntil: context.demand?.until ?? null,
    demandNoteId: context.demand?.noteId ?? null,
    curedOn: context.curedOn,
    acceleratedOn: context.acceleratedOn,
    terminatedOn: context.terminatedOn,
    closedOn: context.closedOn,
  }),
};
