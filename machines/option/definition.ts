import { dayOf, startOfDayInTokyo } from "../calendar.ts";
import { earliestEnd } from "../contract/ends.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import type { OptionContext } from "./context.ts";
import { optionEvents, optionSenders } from "./events.ts";
import { optionMachine } from "./machine.ts";
import { fromVersion1, fromVersion2 } from "./migrations.ts";

/** What an option waits for: the end of the last day of the end that applies. */
function optionDeadlines({ status, context }: StoredSnapshot<OptionContext>): Deadline[] {
  const end = status === "active" ? earliestEnd(context) : null;
  if (!end) return [];
  const dueAt = startOfDayInTokyo(dayOf(end.endDay).add({ days: 1 }));
  return [{ id: "end", dueAt, event: { type: "endReached" }, clause: end.clause }];
}

/** The option for the engine. */
export const optionDefinition: Definition<OptionContext> = {
  kind: "option",
  version: 3,
  migrations: { 1: fromVersion1, 2: fromVersion2 },
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
    endDay: context.endDay ?? earliestEnd(context)?.endDay ?? null,
  }),
};
