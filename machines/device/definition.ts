import type { StateValue } from "xstate";
import type { Definition } from "../engine/definition.ts";
import type { DeviceContext } from "./context.ts";
import { deviceEvents, deviceSenders } from "./events.ts";
import { deviceMachine } from "./machine.ts";
import { deviceDeadlines } from "./reminders.ts";

interface Lent {
  stage: string;
  relocation: string;
  fault: string;
}

/** Where the device is, for lists: the stage of what is lent, and whether what is to go back is overdue. */
function shownState(value: StateValue): { status: string; relocation: string; fault: string } {
  const nothing = { relocation: "none", fault: "none" };
  if (typeof value === "string") return { status: value, ...nothing };
  if ("lent" in value) {
    const { stage, relocation, fault } = value["lent"] as unknown as Lent;
    return { status: stage, relocation, fault };
  }
  return { status: value["returnDue"] === "overdue" ? "overdue" : "returnDue", ...nothing };
}

/** The loan of a device for the engine. */
export const deviceDefinition: Definition<DeviceContext> = {
  kind: "device",
  version: 1,
  migrations: {},
  machine: deviceMachine,
  events: deviceEvents,
  senders: deviceSenders,
  draws: {},
  deadlines: deviceDeadlines,
  view: ({ value, context }) => ({
    optionId: context.optionId,
    contractId: context.contractId,
    menuCode: context.menuCode,
    ...shownState(value),
    openedOn: context.openedOn,
    stockDeviceId: context.stockDeviceId,
    serialNumber: context.serialNumber,
    lossReportedOn: context.loss?.lostOn ?? null,
    returnDue: context.returnDue,
    openCharges: context.charges.length,
  }),
};
