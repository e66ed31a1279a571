import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import type { MatterContext } from "../matters/context.ts";
import { confirmationDeadlines, endOfDuty } from "../matters/deadlines.ts";
import { viewOf } from "../matters/view.ts";
import { confidentialItemEvents, confidentialItemSenders } from "./events.ts";
import { confidentialItemMachine } from "./machine.ts";

/** What an item waits for: its confirmation in writing, or the end of the duty to keep it (A30.1(2), A30.6). */
function confidentialItemDeadlines({ value, context }: StoredSnapshot<MatterContext>): Deadline[] {
  if (value === "spoken") return confirmationDeadlines(context);
  return value === "confidential" ? endOfDuty(context) : [];
}

/** Information disclosed in confidence for the engine. */
export const confidentialItemDefinition: Definition<MatterContext> = {
  kind: "confidentialItem",
  version: 1,
  migrations: {},
  machine: confidentialItemMachine,
  events: confidentialItemEvents,
  senders: confidentialItemSenders,
  draws: {},
  deadlines: confidentialItemDeadlines,
  view: viewOf("confidentialItem"),
};
