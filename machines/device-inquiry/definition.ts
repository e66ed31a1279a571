import type { Definition } from "../engine/definition.ts";

import type { MatterContext } from "../matters/context.ts";
import { remindersAfterDue } from "../matters/deadlines.ts";
import { viewOf } from "../matters/view.ts";
import { deviceInquiryEvents, deviceInquirySenders } from "./events.ts";
import { deviceInquiryMachine } from "./machine.ts";

/** The inquiry about a lent device for the engine. */
export const deviceInquiryDefinition: Definition<MatterContext> = {
  kind: "deviceInquiry",
  version: 1,
  migrations: {},
  machine: deviceInquiryMachine,
  events: deviceInquiryEvents,
  senders: deviceInquirySenders,
  draws: {},
  deadlines: ({ value, context }) => (value === "asked" ? remindersAfterDue(context, "A8.4") : []),
  view: viewOf("deviceInquiry"),
};
