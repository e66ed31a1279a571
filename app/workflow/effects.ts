import type { Database } from "#db/client.ts";
import {
  beginAttempt,
  lockEffect,
  recordProgress,
  type EffectKey,
  type EffectRow,
} from "#db/queries/effects.ts";
import type { EffectRequest } from "#machines/engine/outgoing.ts";
import type { Clock } from "../clock.ts";

/** How an attempt ended; `unknown` and `retry` are tried again with the same key. */
export type EffectResult =
  | { outcome: "done"; providerId?: string | null; rendered?: unknown }
  | { outcome: "retry" | "unknown" | "refused"; reason: string; rendered?: unknown };

/** Does one kind of effect. */
export interface EffectHandler {
  /** What will be sent, worked out once and stored before the first attempt. */
  render?(effect: EffectRow): Promise<unknown>;
  perform(effect: EffectRow, rendered: unknown): Promise<EffectResult>;
}

export type EffectHandlers = Record<EffectRequest["kind"], EffectHandler>;

export interface EffectParts {
  database: Database;
  clock: Clock;
  handlers: EffectHandlers;
}

/** Thrown after a try that another may follow; what happened is on the effect's row. */
export class EffectUnfinished extends Error {}

const engine = { role: "portal_engine" } as const;

/** The attempt's record stands before the provider hears of it. Null where nothing is left to do. */
async function begin({ database, clock, handlers }: EffectParts, key: EffectKey) {
  const found = await database.transaction(engine, (tx) => lockEffect(tx, key));
  if (!found || found.state === "done" || found.state === "dead") return null;
  const handler = handlers[found.kind as EffectRequest["kind"]];
  if (!handler) throw new Error(`No handler does ${found.kind}.`);
  const fresh = found.rendered ?? (await handler.render?.(found)) ?? null;
  const at = await clock.now();
  return database.transaction(engine, async (tx) => {
    const row = await lockEffect(tx, key);
    if (!row || row.state === "done" || row.state === "dead") return null;
    // Another worker may have rendered meanwhile: the bytes that were stored first are the ones.
    const rendered = row.rendered ?? fresh;
    await beginAttempt(tx, key, at, rendered);
    return { handler, row, rendered };
  });
}

/**
 * Does one effect once: records the attempt, calls the provider, records the outcome. Safe to repeat
 * at any point, since the provider gets the same key and the same bytes.
 *
 * @param last whether the job will not be tried again: an unfinished effect is then laid before staff
 * @throws EffectUnfinished where another try may succeed
 */
export async function runEffect(parts: EffectParts, key: EffectKey, last: boolean): Promise<void> {
  const attempt = await begin(parts, key);
  if (!attempt) return;
  const result = await attempt.handler.perform(attempt.row, attempt.rendered);
  const finishedAt = await parts.clock.now();
  const rendered = result.rendered ?? attempt.rendered;
  await parts.database.transaction(engine, async (tx) => {
    if (result.outcome === "done") {
      const providerId = result.providerId ?? null;
      await recordProgress(tx, key, {
        state: "done",
        providerId,
        problem: null,
        rendered,
        finishedAt,
      });
    } else if (result.outcome === "refused" || last) {
      await recordProgress(tx, key, {
        state: "dead",
        problem: result.reason,
        rendered,
        finishedAt,
      });
    } else {
      const state = result.outcome === "unknown" ? "unknown" : "pending";
      await recordProgress(tx, key, { state, problem: result.reason, rendered });
    }
  });
  if (!last && (result.outcome === "retry" || result.outcome === "unknown")) {
    throw new EffectUnfinished(`${attempt.row.kind}: ${result.reason}`);
  }
}
