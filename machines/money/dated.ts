import type { Temporal } from "temporal-polyfill";
import type { IsoDay } from "../calendar/derivation.ts";

/** An entry of a table that changes by law or decision: it holds from its first day on. */
export interface Dated {
  from: IsoDay;
}

/** The entry that holds on a day. Throws RangeError where the table begins later. */
export function inForceOn<T extends Dated>(table: readonly T[], day: Temporal.PlainDate): T {
  const iso = day.toString();
  let found: T | undefined;
  for (const entry of table) {
    if (entry.from <= iso && (!found || entry.from >= found.from)) found = entry;
  }
  if (!found) throw new RangeError(`Nothing is in force on ${iso}`);
  return found;
}
