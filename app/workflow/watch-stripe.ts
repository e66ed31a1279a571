import { claimWork, endWork } from "#db/queries/recurring-work.ts";
import { at, tokyoDay } from "#machines/calendar.ts";
import { log } from "../log.ts";
import { compareWithStripe, ComparisonUnfinished, type ComparisonParts } from "./compare-stripe.ts";
import type { Jobs } from "./jobs.ts";
import { sweepEvents } from "./sweep-events.ts";

type WatchParts = ComparisonParts & { jobs: Jobs };

const engine = { role: "portal_engine" } as const;
const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;

/** The first comparison looks as far back as Stripe keeps its events. */
const firstDays = 30;
/** Later ones look at a day that was compared already once more. */
const overlapDays = 2;
const comparisonHour = 3;

async function recur(
  { database }: WatchParts,
  name: string,
  now: Date,
  notSince: Date,
  work: (doneAt: Date | null) => Promise<unknown>,
): Promise<void> {
  const claimed = await database.transaction(engine, (tx) => claimWork(tx, name, now, notSince));
  if (!claimed) return;
  let doneAt: Date | null = null;
  try {
    await work(claimed.doneAt);
    doneAt = now;
  } catch (error) {
    if (!(error instanceof ComparisonUnfinished)) throw error;
    log.warn({ name, reason: error.message }, "Stripe could not be asked");
  } finally {
    await database.transaction(engine, (tx) => endWork(tx, name, doneAt));
  }
}

/** The latest instant at which the nightly comparison was due. */
function lastNight(now: Date): Date {
  const today = tokyoDay(now.toISOString());
  const due = new Date(at(today, comparisonHour));
  return due <= now ? due : new Date(due.getTime() - dayMilliseconds);
}

/**
 * A round that a worker calls as often as it likes: it asks Stripe for events that never arrived, at the start and
 * every hour, and each night compares both sides' books. Of many workers one does it.
 */
export function watchStripe(parts: WatchParts): () => Promise<void> {
  let isFirst = true;
  return async () => {
    const now = await parts.clock.now();
    const notSince = isFirst ? now : new Date(now.getTime() - hourMilliseconds);
    isFirst = false;
    await recur(parts, "sweepEvents", now, notSince, () => sweepEvents(parts));
    await recur(parts, "compareWithStripe", now, lastNight(now), (doneAt) => {
      const from = doneAt
        ? doneAt.getTime() - overlapDays * dayMilliseconds
        : now.getTime() - firstDays * dayMilliseconds;
      return compareWithStripe(parts, new Date(from).toISOString());
    });
  };
}
