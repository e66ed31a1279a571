import type { EffectRow } from "#db/queries/effects.ts";
import type { EffectRequest } from "#machines/engine/outgoing.ts";

/**
 * How an attempt ended.
 * - `retry`: not done; may go again, where it says so not before `after` seconds
 * - `unknown`: done or not; may go again under the same key as long as that lives
 * - `refused`: not done, and no repeat can help
 * - `more`: a part is done, which is no failed try; another job goes on from what is `rendered`
 */
export type EffectResult =
  | { outcome: "more"; rendered: unknown }
  | { outcome: "done"; providerId?: string | null; rendered?: unknown }
  | { outcome: "retry"; reason: string; after?: number; rendered?: unknown }
  | { outcome: "unknown" | "refused"; reason: string; rendered?: unknown };

/**
 * What a search at the provider brought.
 * - `absent`: it was not done, so it may be done under a new key
 * - `untold`: the provider can't tell, so a person has to
 */
export type LookUpResult =
  | { outcome: "done"; providerId?: string | null; rendered?: unknown }
  | { outcome: "absent"; rendered?: unknown }
  | { outcome: "retry" | "untold"; reason: string; rendered?: unknown };

/** Does one kind of effect. */
export interface EffectHandler {
  /** What will be sent, worked out once and stored before the first attempt. */
  render?(effect: EffectRow): Promise<unknown>;
  perform(effect: EffectRow, rendered: unknown): Promise<EffectResult>;
  /**
   * Searches the provider for what earlier attempts may have done; for effects that are done twice
   * if they are repeated after their key's life. The others may be repeated for ever.
   */
  lookUp?(effect: EffectRow, rendered: unknown): Promise<LookUpResult>;
}

export type EffectHandlers = Record<EffectRequest["kind"], EffectHandler>;
