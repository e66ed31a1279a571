import type { Definition } from "../engine/definition.ts";
import type { MatterContext } from "../matters/context.ts";
import { confirmationDeadlines, endOfDuty } from "../matters/deadlines.ts";
import { viewOf } from "../matters/view.ts";
import { confidentialItemEvents, confidentialItemSenders } from "./events.ts";
import { confidentialItemMachine } from "./machine.ts";

/** Information disclosed in confidence for the engine. */
export const confidentialItemDefinition: Definition<MatterContext> = {
  kind: "confidentialItem",
  version: 1,
  migrations: {},
  machine: confidentialItemMachine,
  events: confidentialItemEvents,
  senders: confidentialItemSenders,
  draws: {},
  deadlines: ({ value, context }) =>
    value === "spoken" ? confirmationDeadlines(context) : endOfDuty(context),
  view: viewOf("confidentialItem"),
};
