import { dayOf, startOfDayInTokyo } from "../calendar.ts";
import { earliestEnd } from "../contract/ends.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import type { OptionContext } from "./context.ts";
import { optionEvents, optionSenders } from "./events.ts";
import { optionMachine } from "./machine.ts";
import { inspectionDeadlines } from "./inspection.ts";
import { fromVersion1, fromVersion2, fromVersion3 } from "./migrations.ts";

/** The end of the last day of the end that applies. */
function endDeadlines({ status, context }: StoredSnapshot<OptionContext>): Deadline[] {
  const end = status === "active" ? earliestEnd(context) : null;
  if (!end) return [];
  const dueAt = startOfDayInTokyo(dayOf(end.endDay).add({ days: 1 }));
  return [{ id: "end", dueAt, event: { type: "endReached" }, clause: end.clause }];
}

/** What an option waits for: its end, and the customer's inspection of work (A11). */
function optionDeadlines(snapshot: StoredSnapshot<OptionContext>): Deadline[] {
  const { inspection } = snapshot.context;
  const reminders =
    snapshot.value === "inspecting" && inspection ? inspectionDeadlines(inspection) : [];
  return [...endDeadlines(snapshot), ...reminders];
}

/** The option for the engine. */
export const optionDefinition: Definition<OptionContext> = {
  kind: "option",
  version: 4,
  migrations: { 1: fromVersion1, 2: fromVersion2, 3: fromVersion3 },
  machine: optionMachine,
  events: optionEvents,
  senders: optionSenders,
  draws: {},
  deadlines: optionDeadlines,
  view: ({ value, context }) => ({
    contractId: context.contractId,
    menuCode: context.menuCode,
    kind: context.kind,
    status: typeof value === "string" ? value : (Object.keys(value)[0] ?? ""),
    annualPrice: context.annualPrice,
    startDay: context.startDay,
    inspectBy: value === "inspecting" ? (context.inspection?.lastDay ?? null) : null,
    objectedOn: value === "working" ? (context.inspection?.objection?.day ?? null) : null,
    endDay: context.endDay ?? earliestEnd(context)?.endDay ?? null,
  }),
};
