import { setup } from "xstate";
import { dayOf } from "../calendar.ts";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { mayEndAfterRestriction, restrictionReason } from "../terms/a19-restriction.ts";
import { policyOn } from "../terms/policy.ts";
import type { RestrictionContext } from "./context.ts";
import type { RestrictionEvent } from "./events.ts";

type Given = { context: RestrictionContext; event: RestrictionEvent & Stamp };

/** One spelling per instant, so that equal instants are equal texts. */
export const spelled = (instant: string) => new Date(instant).toISOString();

/** Whether an end is open, or lies behind the start and the present. */
function isEndAhead(endsAt: string | null, startsAt: string, at: string): boolean {
  return endsAt === null || (spelled(endsAt) > startsAt && spelled(endsAt) > at);
}

function isWellPlanned({ event }: Given, isAhead: boolean): boolean {
  if (event.type !== "plan" || restrictionReason(event.clause) === null) return false;
  const startsAt = spelled(event.startsAt);
  return startsAt > event.at === isAhead && isEndAhead(event.endsAt, startsAt, event.at);
}

/** The restriction's types and the conditions that its chart names. */
export const base = setup({
  types: { context: {} as RestrictionContext, events: {} as RestrictionEvent & Stamp },
  actions: outgoing,
  guards: {
    beginsLater: (given: Given) => isWellPlanned(given, true),
    beginsNow: (given: Given) => isWellPlanned(given, false),
    endIsAhead: ({ context, event }: Given) =>
      event.type === "change" && isEndAhead(event.endsAt, context.startsAt, event.at),
    /** A19.4: one of its own reasons, and the notice comes before the last day. */
    mayEndContracts: ({ context, event }: Given) =>
      event.type === "announceEnd" &&
      mayEndAfterRestriction(context.clause, dayOf(event.day), dayOf(event.endDay)),
    /** What is lifted before the contracts have ended leaves them as they were (A19.4, policy). */
    endLapses: ({ context, event }: Given) =>
      context.end !== null &&
      event.day <= context.end.endDay &&
      policyOn(dayOf(event.day)).restrictionEndLapsesWhenLifted,
  },
});
