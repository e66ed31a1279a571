import type { Definition } from "../engine/definition.ts";

import type { MatterContext } from "../matters/context.ts";
import { viewOf } from "../matters/view.ts";
import { claimEvents, claimSenders } from "./events.ts";
import { claimMachine } from "./machine.ts";

/** The notice of somebody's claim for the engine. */
export const claimDefinition: Definition<MatterContext> = {
  kind: "claim",
  version: 1,
  migrations: {},
  machine: claimMachine,
  events: claimEvents,
  senders: claimSenders,
  draws: {},
  deadlines: () => [],
  view: viewOf("claim"),
};
