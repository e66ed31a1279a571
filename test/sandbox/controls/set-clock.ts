import { z } from "zod";
import { catchUp } from "../due.ts";
import type { Sandbox } from "../sandbox.ts";

const BODY = z.strictObject({ now: z.iso.datetime({ offset: true }) });

export type ClockAnswer = { kind: "set"; now: string } | { kind: "too_early"; newest: string };

/**
 * Moves the portal clock and does what falls due on the way. It ticks on from there. It can't go
 * behind the newest thing recorded; by less than a minute it just stays. Throws a ZodError.
 */
export function setClock(sandbox: Sandbox, body: unknown): ClockAnswer {
  const { store, clock } = sandbox;
  const wanted = Date.parse(BODY.parse(body).now);
  catchUp(sandbox);
  const newest = newestRecord(sandbox) * 1000;
  if (wanted < newest - 60_000) {
    return { kind: "too_early", newest: new Date(newest).toISOString() };
  }
  store.transaction(() => {
    const moment = Math.max(wanted, newest);
    const row = clock.row();
    store.put("clock", {
      ...row,
      offset_ms: moment - Date.now(),
      payouts_until: Math.min(row.payouts_until, Math.floor(moment / 1000)),
    });
  });
  catchUp(sandbox);
  return { kind: "set", now: clock.iso() };
}

/** Unix seconds of the newest object; 0 when there is none. */
function newestRecord({ store }: Sandbox): number {
  const moments = [
    ...store.all("events").map((row) => row.created),
    ...store.all("sessions").map((row) => row.created),
    ...store.all("mails").map((row) => Math.floor(Date.parse(row.created_at) / 1000)),
  ];
  return moments.reduce((newest, moment) => Math.max(newest, moment), 0);
}
