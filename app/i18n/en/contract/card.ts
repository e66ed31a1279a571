import type { ChartWords, HistoryWords } from "#app/i18n/contract-words.ts";
import type { CardEvent } from "#machines/card/events.ts";

/** Words for the picture of a saved card. */
export const cardChart: ChartWords<CardEvent["type"]> = {
  name: "Saved card",
  states: {
    unopened: "Not begun",
    saving: "Being saved",
    active: "In use",
    expiring: "Expires soon",
    expired: "Expired",
    blocked: "Not usable",
    abandoned: "Not saved",
    removed: "Removed",
    replaced: "Replaced",
    detached: "Detached",
  },
  events: {
    save: "Saving begun",
    sessionOpened: "Page ready",
    sessionRefused: "Page refused",
    abandon: "Given up",
    lookUp: "Outcome looked up",
    expire: "Page expired",
    saved: "Saved",
    change: "Card details renewed",
    warn: "Expiry warning",
    lapse: "Card expired",
    decline: "Refused by its issuer",
    detach: "Detached at the provider",
    remove: "Removed",
    replace: "Replaced by a new card",
  },
};

/** What happened to a saved card, as sentences. */
export const cardHistory: HistoryWords["card"] = {
  save: () => "Automatic payment was consented to, and saving a card was begun",
  sessionOpened: () => "The page for saving the card is ready",
  sessionRefused: () => "The page for saving the card could not be made",
  abandon: () => "Saving the card was given up",
  lookUp: () => "The outcome of saving the card was looked up",
  expire: () => "The page for saving the card expired",
  saved: () => "The card was saved",
  change: () => "The card's number or expiry was renewed",
  warn: () => "We told you that the card expires soon",
  lapse: () => "The card has expired",
  decline: () => "The card can't be used any more: its issuer refused it",
  detach: () => "The card was detached at the payment provider",
  remove: () => "The card was removed",
  replace: () => "A new card took its place",
};
