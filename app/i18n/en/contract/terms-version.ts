import type { ChartWords, EventWords } from "#app/i18n/contract-words.ts";
import type { TermsVersionEvent } from "#machines/terms-version/events.ts";

/** Names of the states and events in the picture of a version of terms or specification. */
export const termsVersionChart: ChartWords<TermsVersionEvent["type"]> = {
  name: "Version of terms or specification",
  states: {
    unopened: "Not begun",
    draft: "Draft",
    announced: "Announced",
    effective: "In effect",
    withdrawn: "Withdrawn",
  },
  events: {
    draft: "Draft",
    adopt: "Adopt",
    revise: "Revise",
    announce: "Announce",
    withdraw: "Withdraw",
    takeEffect: "Take effect",
  },
};

/** What happened to a version, in words. */
export const termsVersionHistory: Record<TermsVersionEvent["type"], EventWords> = {
  draft: () => "A draft of a new version was made",
  adopt: () => "The version was adopted as the one in effect",
  revise: () => "The draft was revised",
  announce: () => "The change was announced",
  withdraw: () => "The version was withdrawn",
  takeEffect: () => "The version took effect",
};
