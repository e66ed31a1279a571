import { readClockOffset } from "#db/queries/clock.ts";
import type { Database } from "#db/client.ts";

/** The portal's clock: everything legal uses it; the demo can move it forward. */
export interface Clock {
  /** The portal's present instant. */
  now(): Promise<Date>;
}

export const wallClock: Clock = { now: async () => new Date() };

/** The clock of demo and tests: the wall clock plus an offset that the database holds. */
export function movableClock(database: Database): Clock {
  return {
    now: async () => new Date(Date.now() + (await readClockOffset(database))),
  };
}
