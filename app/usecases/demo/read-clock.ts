import { readUpcomingTimers, type UpcomingTimer } from "#db/queries/upcoming-timers.ts";
import { currentPortal } from "#app/portal.ts";
import { Problem } from "#app/usecases/problem.ts";

/** The portal's present instant (ISO) and the deadlines that come next. Demo only: else `notFound`. */
export async function readClock(): Promise<{ now: string; upcoming: UpcomingTimer[] }> {
  const { clock, database, demo } = currentPortal();
  if (!demo) throw new Problem("notFound", "there is no clock page outside the demo");
  const now = await clock.now();
  const upcoming = await database.transaction({ role: "portal_staff" }, (tx) =>
    readUpcomingTimers(tx, 15),
  );
  return { now: now.toISOString(), upcoming };
}
