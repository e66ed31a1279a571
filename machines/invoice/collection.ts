import { at, dayOf } from "../calendar.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { policyOn } from "../terms/policy.ts";
import { isOwedIn } from "./owed.ts";

/** How an invoice is paid from the customer's saved card by itself (自動決済). Days are ISO. */
export interface Collection {
  /** The due day before which it was asked whether a charge is to be announced. */
  noticedFor: string | null;
  /** The due day for which the customer was told of a charge. */
  announcedFor: string | null;
  /** How often it was asked whether a card can be charged. */
  asked: number;
  /** The days on which one was charged, or would have been but for something else under way. */
  days: string[];
  /** Saved cards that are not to be tried again for this invoice. */
  refused: string[];
  /** Whether the customer wants to pay this invoice by hand. */
  stopped: boolean;
  /** The instant since which nothing stands in the way; null where nothing ever did. */
  freeSince: string | null;
}

/** Before anything was asked. */
export const noCollection: Collection = {
  noticedFor: null,
  announcedFor: null,
  asked: 0,
  days: [],
  refused: [],
  stopped: false,
  freeSince: null,
};

/** What of an invoice decides whether a saved card pays it. */
export interface Collectable {
  dueDay: string | null;
  openPayment: string | null;
  dispute: object | null;
  acceleratedTo: string | null;
  collection: Collection;
}

/**
 * The ISO day of the next charge, or null where none is to come. The first is on the due day; later ones
 * follow it at the policy's distances as long as something is owed. A debt that fell due at once (A16.2)
 * is not charged by itself: nobody was told of that day before.
 */
export function nextChargeDay({ dueDay, acceleratedTo, collection }: Collectable): string | null {
  if (dueDay === null || acceleratedTo !== null || collection.stopped) return null;
  const [first] = collection.days;
  if (first === undefined) return dueDay;
  const retryAfter = policyOn(dayOf(first)).cardRetryDays[collection.days.length - 1];
  return retryAfter === undefined ? null : dayOf(first).add({ days: retryAfter }).toString();
}

const laterOf = (instant: string, other: string | null) =>
  other !== null && other > instant ? other : instant;

/** Waits for the day of the next charge, and before the first for the day on which it is announced (A12.2). */
export function collectionDeadlines(value: unknown, context: Collectable): Deadline[] {
  const { collection, dueDay, dispute, openPayment } = context;
  const day = nextChargeDay(context);
  if (day === null || dueDay === null || !isOwedIn(String(value))) return [];
  const isFirst = collection.days.length === 0;
  // On the next day it is overdue, and reminders have begun.
  if (isFirst && value === "overdue") return [];
  const { cardChargeHour: hour, cardChargeNoticeDays } = policyOn(dayOf(dueDay));
  const deadlines: Deadline[] = [];
  if (isFirst && collection.noticedFor !== dueDay) {
    const dueAt = at(dayOf(dueDay).subtract({ days: cardChargeNoticeDays }), hour);
    const event = { type: "chargeNears" };
    deadlines.push({ id: "chargeNears", dueAt, event, clause: "A12.2" });
  }
  const isAsked = collection.asked > collection.days.length;
  if (!isAsked && openPayment === null && dispute === null) {
    const dueAt = laterOf(at(dayOf(day), hour), collection.freeSince);
    deadlines.push({ id: "chargeDue", dueAt, event: { type: "chargeDue" }, clause: "A12.2" });
  }
  return deadlines;
}
