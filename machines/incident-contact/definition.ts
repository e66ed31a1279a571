import type { Definition } from "../engine/definition.ts";

import type { MatterContext } from "../matters/context.ts";
import { viewOf } from "../matters/view.ts";
import { incidentContactEvents, incidentContactSenders } from "./events.ts";
import { incidentContactMachine } from "./machine.ts";

/** The person entitled to incident information for the engine. */
export const incidentContactDefinition: Definition<MatterContext> = {
  kind: "incidentContact",
  version: 1,
  migrations: {},
  machine: incidentContactMachine,
  events: incidentContactEvents,
  senders: incidentContactSenders,
  draws: {},
  deadlines: () => [],
  view: viewOf("incidentContact"),
};
