import { base } from "./base.ts";

/** A dispute (異議) holds reminders and claims back; damages accrue as before, as A14.3 lets them. */
const note = base.assign(({ event }) =>
  event.type === "dispute" ? { dispute: { since: event.day, reason: event.reason } } : {},
);

const end = base.assign(({ context, event }) => ({
  dispute: null,
  disputeEndedOn: event.day,
  collection: { ...context.collection, freeSince: event.at },
}));

/** What finance may record while an invoice, or damages from it, are owed. */
export const disputes = {
  dispute: { guard: "isDisputable", meta: { clause: "A14.3" }, actions: note },
  endDispute: { guard: "isDisputed", meta: { clause: "A14.3" }, actions: end },
} as const;
