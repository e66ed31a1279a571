import type { Definition } from "../engine/definition.ts";
import { monthCloseEvents, monthCloseSenders } from "./events.ts";
import { monthCloseMachine, type MonthCloseContext } from "./machine.ts";
import { daysOf } from "./month.ts";

/** The closing of a month for the engine; it runs under the operator's own id. */
export const monthCloseDefinition: Definition<MonthCloseContext> = {
  kind: "monthClose",
  version: 1,
  migrations: {},
  machine: monthCloseMachine,
  events: monthCloseEvents,
  senders: monthCloseSenders,
  draws: {},
  deadlines: () => [],
  view: ({ value, context: { month, explanations, closings } }) => ({
    ...{ month, ...daysOf(month), status: String(value) },
    ...{ explanations, closings },
  }),
};
