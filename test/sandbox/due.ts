import type { Sandbox } from "./sandbox.ts";
import type { Scheduled } from "./store/tables.ts";
import { makePayout } from "./stripe/automatic-payout.ts";
import { endRefund } from "./stripe/end-refund.ts";
import { NO_REQUEST } from "./stripe/events.ts";
import { endDebit } from "./stripe/other-methods.ts";
import { closeExpired } from "./stripe/sessions.ts";

const DAY = 24 * 60 * 60;
const FRIDAY = 5;

/**
 * Does everything that fell due up to now, in the order of time and dated when it fell due:
 * expires sessions, tells what slow banks did, and pays out every Friday at 00:00 UTC.
 */
export function catchUp(sandbox: Sandbox): void {
  const { store, clock } = sandbox;
  const now = clock.now();
  for (;;) {
    const session = nextToExpire(sandbox);
    const friday = nextFriday(clock.row().payouts_until);
    const change = earliest(store.all("scheduled"));
    const moment = Math.min(session?.expires_at ?? Infinity, change?.at ?? Infinity, friday);
    if (moment > now) return;
    clock.during(moment, () =>
      store.transaction(() => {
        if (session && session.expires_at === moment) {
          const open = store.get("sessions", session.id);
          if (open) closeExpired(sandbox, NO_REQUEST, open);
          return;
        }
        if (change && change.at === moment) {
          const { subject, outcome } = change;
          if (subject.startsWith("re_")) endRefund(sandbox, subject, outcome);
          else endDebit(sandbox, NO_REQUEST, subject, outcome);
          return;
        }
        makePayout(sandbox, { everything: false });
        store.put("clock", { ...clock.row(), payouts_until: friday });
      }),
    );
  }
}

/** The first Friday 00:00 UTC after the moment, both in Unix seconds. */
export function nextFriday(moment: number): number {
  const today = Math.floor(moment / DAY);
  // 1 January 1970 was a Thursday.
  const weekday = (today + 4) % 7;
  return (today + ((FRIDAY - weekday + 6) % 7) + 1) * DAY;
}

function nextToExpire({ store }: Sandbox): { id: string; expires_at: number } | undefined {
  let first: { id: string; expires_at: number } | undefined;
  for (const session of store.all("openSessions")) {
    if (!first || session.expires_at < first.expires_at) first = session;
  }
  return first;
}

function earliest(changes: Scheduled[]): Scheduled | undefined {
  return changes.toSorted((one, other) => one.at - other.at)[0];
}
