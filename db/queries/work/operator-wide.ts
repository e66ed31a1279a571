import { count, eq, min } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { effect } from "#db/schema/engine.ts";
import { inbox, payout, payoutLine } from "#db/schema/operator.ts";

/** Payouts with lines that nothing explains: how many, and the ISO day of arrival. */
export async function readUnexplainedPayouts(tx: Handle) {
  return tx
    .select({
      payoutId: payout.payoutId,
      arrivalDay: payout.arrivalDay,
      exceptions: count(payoutLine.lineId),
    })
    .from(payout)
    .innerJoin(payoutLine, eq(payoutLine.payoutId, payout.payoutId))
    .where(eq(payoutLine.state, "exception"))
    .groupBy(payout.payoutId);
}

/** How many of something wait, and since when the oldest does; null where none does. */
export type Backlog = { waiting: number; oldest: Date } | null;

const backlog = ([row]: { waiting: number; oldest: Date | null }[]): Backlog =>
  row?.oldest ? { waiting: row.waiting, oldest: row.oldest } : null;

/** Effects in a state in which they wait for a person. */
export async function readEffectBacklog(
  tx: Handle,
  state: "dead" | "unresolved",
): Promise<Backlog> {
  return backlog(
    await tx
      .select({ waiting: count(), oldest: min(effect.at) })
      .from(effect)
      .where(eq(effect.state, state)),
  );
}

/** Webhook events that were given up. */
export async function readEventBacklog(tx: Handle): Promise<Backlog> {
  return backlog(
    await tx
      .select({ waiting: count(), oldest: min(inbox.receivedAt) })
      .from(inbox)
      .where(eq(inbox.state, "failed")),
  );
}
