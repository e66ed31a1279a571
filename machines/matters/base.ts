import { setup } from "xstate";
import type { ClaimEvent } from "../claim/events.ts";
import type { ConfidentialItemEvent } from "../confidential-item/events.ts";
import type { DeviceInquiryEvent } from "../device-inquiry/events.ts";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import type { IncidentContactEvent } from "../incident-contact/events.ts";
import type { InformationChangeEvent } from "../information-change/events.ts";
import type { MaterialRequestEvent } from "../material-request/events.ts";
import { needsEvidence } from "../terms/a13-registered-information.ts";
import { lastDayOfConfirmation } from "../terms/a30-confidentiality.ts";
import { dayOf } from "../calendar.ts";
import type { MatterContext } from "./context.ts";

/** Everything that any matter takes; the chart of each kind takes its own. */
export type MatterEvent =
  | InformationChangeEvent
  | MaterialRequestEvent
  | DeviceInquiryEvent
  | ClaimEvent
  | IncidentContactEvent
  | ConfidentialItemEvent;

type Given = { context: MatterContext; event: MatterEvent & Stamp };

const happenedOn = ({ event }: Given) => ("happenedOn" in event ? event.happenedOn : null);

const hasHappened = (given: Given) => {
  const day = happenedOn(given);
  return day !== null && day <= given.event.day;
};

/** Whether words that were spoken can still be confirmed in writing (A30.1(2)). */
const canBeConfirmed = (given: Given) => {
  const day = happenedOn(given);
  return day !== null && given.event.day <= lastDayOfConfirmation(dayOf(day)).toString();
};

const isOral = ({ event }: Given) => "about" in event && event.about === "oral";

/** The types of matters and the conditions that their charts name. */
export const base = setup({
  types: { context: {} as MatterContext, events: {} as MatterEvent & Stamp },
  actions: outgoing,
  guards: {
    hasEvidence: (given) =>
      given.event.type === "report" &&
      "fields" in given.event &&
      hasHappened(given) &&
      (given.event.files.length > 0 || !needsEvidence(given.event.fields)),
    comesInTime: ({ event }) => "dueOn" in event && event.dueOn >= event.day,
    isAssistance: ({ context }) => context.about === "assistance",
    hasHappened,
    isHandledByNow: ({ context, event }) =>
      "handledOn" in event &&
      event.handledOn <= event.day &&
      (context.openedOn === null || event.handledOn >= context.openedOn),
    isOfDeviceByNow: (given) =>
      hasHappened(given) && "about" in given.event && given.event.about === "device",
    isCausedByCustomer: ({ context, event }) =>
      context.about === "intellectualProperty" &&
      event.type === "exclude" &&
      event.ground === "customersCause",
    isAboutDevice: ({ context }) => context.about === "device",
    isDefensible: ({ context }) =>
      context.about === "intellectualProperty" && context.grantsAuthority,
    isOfProperty: ({ context }) => context.about === "intellectualProperty",
    isSpokenInTime: (given) => isOral(given) && hasHappened(given) && canBeConfirmed(given),
    isInWriting: (given) => !isOral(given) && hasHappened(given),
    isCustomers: ({ context }) => context.by === "customer",
    isOperators: ({ context }) => context.by === "operator",
  },
});
