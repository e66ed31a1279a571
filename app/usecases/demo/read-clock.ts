import { readUpcomingTimers, type UpcomingTimer } from "#db/queries/upcoming-timers.ts";
import { currentPortal } from "#app/portal.ts";
import { Problem } from "#app/usecases/problem.ts";

/** What the clock page shows. */
export interface DemoClock {
  /** The portal's present instant, ISO. */
  now: string;
  upcoming: UpcomingTimer[];
  /** Where the mails of the demo can be read. */
  mailboxUrl: string;
}

/** The portal's clock and the deadlines that come next. Demo only: else `notFound`. */
export async function readClock(): Promise<DemoClock> {
  const { clock, database, demo, sandboxUrl } = currentPortal();
  if (!demo) throw new Problem("notFound", "there is no clock page outside the demo");
  const now = await clock.now();
  const upcoming = await database.transaction({ role: "portal_staff" }, (tx) =>
    readUpcomingTimers(tx, 15),
  );
  return { now: now.toISOString(), upcoming, mailboxUrl: `${sandboxUrl ?? ""}/mailbox` };
}
