import type { Definition } from "../engine/definition.ts";

import type { MatterContext } from "../matters/context.ts";
import { remindersAfterDue } from "../matters/deadlines.ts";
import { viewOf } from "../matters/view.ts";
import { materialRequestEvents, materialRequestSenders } from "./events.ts";
import { materialRequestMachine } from "./machine.ts";

/** The request for assistance or materials for the engine. */
export const materialRequestDefinition: Definition<MatterContext> = {
  kind: "materialRequest",
  version: 1,
  migrations: {},
  machine: materialRequestMachine,
  events: materialRequestEvents,
  senders: materialRequestSenders,
  draws: {},
  deadlines: ({ value, context }) =>
    value === "requested" ? remindersAfterDue(context, "A25.3") : [],
  view: viewOf("materialRequest"),
};
