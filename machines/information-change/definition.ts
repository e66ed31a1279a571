import type { Definition } from "../engine/definition.ts";

import type { MatterContext } from "../matters/context.ts";
import { viewOf } from "../matters/view.ts";
import { informationChangeEvents, informationChangeSenders } from "./events.ts";
import { informationChangeMachine } from "./machine.ts";

/** The change of registered information for the engine. */
export const informationChangeDefinition: Definition<MatterContext> = {
  kind: "informationChange",
  version: 1,
  migrations: {},
  machine: informationChangeMachine,
  events: informationChangeEvents,
  senders: informationChangeSenders,
  draws: {},
  deadlines: () => [],
  view: viewOf("informationChange"),
};
