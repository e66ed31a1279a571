import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import type { CardContext } from "./context.ts";
import { cardEvents, cardSenders } from "./events.ts";
import { cardMachine } from "./machine.ts";
import { validityDeadlines } from "./validity.ts";

const minutes = 60_000;

/** How long a card without a session is waited for. */
const abandonAfterMinutes = 60;

/** How long after a session's expiry its outcome is looked up, should no webhook have told it. */
const lookUpAfterExpiryMinutes = 5;

const later = (instant: string, wait: number) =>
  new Date(Date.parse(instant) + wait * minutes).toISOString();

/** What a card waits for: its entry at Stripe, then the end of its validity. */
function cardDeadlines({ value, context }: StoredSnapshot<CardContext>): Deadline[] {
  if (value === "active" || value === "expiring") return validityDeadlines(context);
  if (value !== "saving" || context.lookedUp || !context.consent) return [];
  const { expiresAt, consent } = context;
  if (expiresAt === null) {
    const dueAt = later(consent.at, abandonAfterMinutes);
    return [{ id: "abandon", dueAt, event: { type: "abandon" }, clause: "A12.2" }];
  }
  const dueAt = later(expiresAt, lookUpAfterExpiryMinutes);
  return [{ id: "lookUp", dueAt, event: { type: "lookUp" }, clause: "A12.2" }];
}

/** The saved card for the engine. */
export const cardDefinition: Definition<CardContext> = {
  kind: "card",
  version: 1,
  migrations: {},
  machine: cardMachine,
  events: cardEvents,
  senders: cardSenders,
  draws: {},
  signed: ["save"],
  deadlines: cardDeadlines,
  view: ({ value, context }) => ({
    status: String(value),
    sessionId: context.sessionId,
    methodId: context.methodId,
    brand: context.face?.brand ?? null,
    last4: context.face?.last4 ?? null,
    expMonth: context.face?.expMonth ?? null,
    expYear: context.face?.expYear ?? null,
    savedAt: context.savedAt,
    endedOn: context.endedOn,
  }),
};
