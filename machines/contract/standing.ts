import { suspensionClause } from "../terms/a15-prohibited-acts.ts";
import { mail } from "./mails.ts";
import { chargeRests, noteOptionEnding } from "./option-actions.ts";
import {
  accelerateInvoices,
  dropAnnouncement,
  dropDemand,
  dropRestriction,
  noteAnnouncement,
  noteBinding,
  noteDemand,
  noteLifting,
  noteRestriction,
  noteSuspension,
} from "./standing-actions.ts";

/** What the service and the customer's standing depend on; noted before the start, it holds from it on. */
export const standing = {
  demand: { guard: "isNewDemand", meta: { clause: "A16.1" }, actions: noteDemand },
  cure: { guard: "isDemand", meta: { clause: "A16.1" }, actions: dropDemand },
  restrict: {
    guard: "isNewRestriction",
    meta: { clause: "A19.1" },
    actions: [noteRestriction, mail("service-restricted")],
  },
  unrestrict: {
    guard: "isRestriction",
    meta: { clause: "A19.1" },
    actions: [dropRestriction, mail("restriction-lifted")],
  },
  announceTerms: {
    guard: "isNewVersion",
    meta: { clause: "A3.2" },
    actions: [noteAnnouncement, mail("terms-change")],
  },
  withdrawTerms: {
    guard: "isAnnouncedVersion",
    meta: { clause: "A3.2" },
    actions: [dropAnnouncement, mail("terms-change-withdrawn")],
  },
  bindTerms: { guard: "isUnboundVersion", meta: { clause: "A3.1" }, actions: noteBinding },
} as const;

const suspended = { actions: [noteSuspension, mail("service-suspended")] } as const;

/** The service stops while there is any cause; `SuspensionCause` says who may lift which. */
export const suspensions = {
  suspend: [
    { ...suspended, guard: "isUnpaid", meta: { clause: "A16.1" } },
    { ...suspended, guard: "isBreached", meta: { clause: suspensionClause } },
  ],
  lift: {
    guard: "isCause",
    meta: { clause: "A16.1" },
    actions: [noteLifting, mail("suspension-lifted")],
  },
} as const;

/** Every debt falls due, where there is any. */
export const accelerate = { meta: { clause: "A16.2" }, actions: accelerateInvoices } as const;

export const optionEnding = {
  guard: "isOwnOption",
  meta: { clause: "A9.2" },
  actions: [noteOptionEnding, chargeRests],
} as const;
