import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { maintenanceEvents, maintenanceSenders } from "./events.ts";
import { maintenanceMachine, type MaintenanceContext } from "./machine.ts";

/** What a window waits for: its first and its last instant. */
function maintenanceDeadlines({ value, context }: StoredSnapshot<MaintenanceContext>): Deadline[] {
  const clause = "A22.5(4)";
  if (value === "planned") {
    return [{ id: "begin", dueAt: context.startsAt, event: { type: "begin" }, clause }];
  }
  if (value !== "underWay") return [];
  return [{ id: "finish", dueAt: context.endsAt, event: { type: "finish" }, clause }];
}

/** The maintenance window for the engine; it runs under the operator's own id. */
export const maintenanceDefinition: Definition<MaintenanceContext> = {
  kind: "maintenance",
  version: 1,
  migrations: {},
  machine: maintenanceMachine,
  events: maintenanceEvents,
  senders: maintenanceSenders,
  draws: {},
  deadlines: maintenanceDeadlines,
  view: ({ value, context }) => {
    const { maintenanceId: _, ...shown } = context;
    return { ...shown, status: String(value) };
  },
};
