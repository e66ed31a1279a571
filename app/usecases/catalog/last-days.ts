import { readDiscontinuedMenus } from "#db/queries/catalog.ts";
import type { Handle } from "#db/client.ts";
import { dayOf } from "#machines/calendar.ts";
import { lastServiceDay } from "#machines/terms/a20-discontinuation.ts";

/** The last day (ISO) of each menu whose discontinuation is announced or has come (A20), by code. */
export type LastDays = ReadonlyMap<string, string>;

/** Reads the last days of all menus that are gone or will be. */
export async function readLastDays(tx: Handle): Promise<LastDays> {
  const rows = await readDiscontinuedMenus(tx);
  return new Map(
    rows.map(({ code, firstDayWithout }) => [
      code,
      lastServiceDay(dayOf(firstDayWithout)).day.toString(),
    ]),
  );
}

/** The last day (ISO) up to which all of some menus can be used; null where none of them ends. */
export function lastDayOf(codes: readonly string[], lastDays: LastDays): string | null {
  return codes.flatMap((code) => lastDays.get(code) ?? []).toSorted()[0] ?? null;
}
