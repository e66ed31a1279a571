import type { ChartWords, EventWords } from "#app/i18n/contract-words.ts";
import type { BreachCaseEvent } from "#machines/breach-case/events.ts";

/** Names of the states and events in the picture of a breach case. */
export const breachCaseChart: ChartWords<BreachCaseEvent["type"]> = {
  name: "Breach",
  states: {
    unopened: "Not begun",
    draft: "Checked before recording",
    discarded: "Discarded",
    opened: "Open",
    demanded: "Demand running",
    periodOver: "Period over, to be judged",
    uncured: "Not cured",
    terminated: "Terminated",
    cured: "Cured",
    closed: "Closed",
  },
  events: {
    draft: "Entered",
    addEvidence: "Evidence added",
    discard: "Discarded",
    record: "Recorded",
    suspend: "Service suspended",
    lift: "Suspension lifted",
    demand: "Formal demand",
    periodEnds: "Period of the demand over",
    cure: "Cure confirmed",
    recordUncured: "Recorded as not cured",
    terminate: "Contracts terminated",
    close: "Case closed",
  },
};

/** What happened to a breach case, in words. */
export const breachCaseHistory: Record<BreachCaseEvent["type"], EventWords> = {
  draft: () => "What happened was entered",
  addEvidence: () => "A file of evidence was added",
  discard: () => "It was discarded without a record",
  record: () => "The breach was recorded",
  suspend: () => "The service was suspended",
  lift: () => "The suspension was lifted",
  demand: () => "A formal demand was sent to the customer",
  periodEnds: () => "The period of the demand was over",
  cure: () => "The cure was confirmed",
  recordUncured: () => "It was recorded that the breach was not cured in time",
  terminate: () => "Contracts were terminated",
  close: () => "The case was closed",
};
