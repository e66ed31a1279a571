import type { Temporal } from "temporal-polyfill";
import { at, explainDaysBefore, explainMonthsAfter } from "../calendar.ts";
import { chain, underClause, type Explained, type MonthCount } from "../calendar/derivation.ts";
import type { Policy } from "./policy.ts";

type Day = Temporal.PlainDate;

/** Where the operator keeps a customer's data and logs, each to be erased by itself (データ等の消去, A18.1). */
export const erasureStores = [
  "detections",
  "traffic",
  "captures",
  "reports",
  "inquiries",
  "settings",
  "backups",
] as const;

export type ErasureStore = (typeof erasureStores)[number];

/** What was found in a store: it was erased, or there was nothing of the customer in it. */
export const erasureOutcomes = ["erased", "nothingKept"] as const;

export type ErasureOutcome = (typeof erasureOutcomes)[number];

export interface ErasedStore {
  store: ErasureStore;
  outcome: ErasureOutcome;
}

/** Whether every store was looked at, each once (A18.1). */
export function isWholeErasure(stores: readonly ErasedStore[]): boolean {
  const named = new Set(stores.map(({ store }) => store));
  return stores.length === erasureStores.length && named.size === erasureStores.length;
}

/** The day by which data and logs are erased, counted from the day after the end (A18.1, policy). */
export function erasureDueDay(end: Day, policy: Policy): Explained<MonthCount> {
  return underClause("A18.1", explainMonthsAfter(end, policy.erasureMonths));
}

/**
 * When a customer is reminded that what it wants to keep has to be saved before the erasure (A14.6, A18.2):
 * that day, and the instant (ISO) in the hour of reminders. Not before the day after the end.
 */
export function exportReminder(end: Day, policy: Policy): Explained & { at: string } {
  const due = erasureDueDay(end, policy);
  const longest = end.until(due.day, { largestUnit: "day" }).days - 1;
  const found = explainDaysBefore(due.day, Math.min(policy.exportReminderDays, longest));
  return { ...chain("A14.6", due, found), at: at(found.day, policy.reminderHour) };
}
