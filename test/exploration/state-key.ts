import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { Timer } from "#machines/engine/due.ts";
import type { Place } from "./place.ts";
import { startDay } from "./subject.ts";

/** Members that nothing to come depends on: names, numbers, and what only tells of the past. */
const told = new Set([
  ...["contractId", "number", "quoteId", "nameJa", "nameEn", "notices", "boundTerms", "refunds"],
  ...["settledAt", "invoiceId", "lines", "taxes", "basic", "wishedStart", "maintenanceVerifiedOn"],
  ...["factsNoteId", "noteId", "contractIds", "recordedOn", "happenedOn", "noticeDay", "clause"],
  ...["issueDay", "sentOn", "definitionVersion", "earnedUpTo", "earned", "unearned"],
]);

const day = /\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?/g;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const numbers = new Map<string, number>();
function numberOf(text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const minutes = Date.parse(text.includes("T") ? `${text}:00Z` : `${text}T00:00Z`) / 60_000;
  numbers.set(text, minutes);
  return minutes;
}

const texts = new WeakMap<StoredSnapshot, string>();

function textOf(snapshot: StoredSnapshot): string {
  const known = texts.get(snapshot);
  if (known !== undefined) return known;
  const text = JSON.stringify([snapshot.value, snapshot.context], (name, value: unknown) =>
    told.has(name) ? undefined : value,
  );
  texts.set(snapshot, text);
  return text;
}

/** A machine as far as what is to come depends on it. */
export function machineKey(snapshot: StoredSnapshot, timers: readonly Timer[]): string {
  // What is earned month by month leads nowhere else.
  const leading = timers.filter(({ timerId }) => timerId !== "earn");
  const waiting = leading.map(({ timerId, dueAt }) => timerId + dueAt);
  return textOf(snapshot) + waiting.join(" ");
}

/**
 * A place by the keys of its machines: days and instants relative to the first day of the running term, ids by
 * the order in which they appear.
 */
export function placeKey({ now, facts }: Place, machines: readonly string[]): string {
  const base = numberOf(facts.contracts[0]?.context.term?.start ?? startDay);
  const ids = new Map<string, number>();
  return `${now.slice(17, 19)} ${now} ${machines.join("\n")}`
    .replace(day, (text) => String(numberOf(text) - base))
    .replace(uuid, (id) => {
      const place = ids.get(id) ?? ids.size;
      ids.set(id, place);
      return `#${place}`;
    });
}
