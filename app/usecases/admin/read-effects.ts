import type { Handle } from "#db/client.ts";
import { countFailedEvents } from "#db/queries/inbox.ts";
import {
  countOpenEffects,
  openEffectStates,
  readOpenEffects,
  type OpenEffectState,
} from "#db/queries/open-effects.ts";
import { currentPortal } from "#app/portal.ts";
import { isKeyLapsed, wallNow } from "#app/workflow/key-life.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { linesPerPage } from "./read-audit-log.ts";

/** An effect that is not done, as a page shows it. */
export interface EffectLine {
  customerId: string;
  /** The company; null where it is gone. */
  customerName: string | null;
  machineId: string;
  seq: number;
  n: number;
  /** What it does, and for a mail which one. */
  kind: string;
  template: string | null;
  /** ISO instants: asked for, and last tried. */
  at: string;
  attemptedAt: string | null;
  attempts: number;
  /** The provider's or our own word for what stood in the way. */
  problem: string | null;
  /** ISO instants: since when it may have been done, and when the provider was last searched for it. */
  doubtSince: string | null;
  lookedUpAt: string | null;
  /** Whether it may be repeated without arriving twice, because the provider still knows its key. */
  isSafe: boolean;
}

/** How many effects are in each state that is not done, and how many webhook events were given up. */
export type OpenCounts = Record<OpenEffectState | "events", number>;

/** Counts what is not done. */
export async function readOpenCounts(tx: Handle): Promise<OpenCounts> {
  return { ...(await countOpenEffects(tx)), events: await countFailedEvents(tx) };
}

/** Effects of one state, and how many there are in each. */
export interface EffectsPage {
  state: OpenEffectState;
  counts: OpenCounts;
  effects: EffectLine[];
  page: number;
  pages: number;
}

const isState = (text: string | null): text is OpenEffectState =>
  openEffectStates.some((state) => state === text);

/**
 * What the machines asked for outside and what is not done: given up, unresolved, unknown, or still
 * to come.
 *
 * @param wanted state (the dead ones where none is named), page from 1
 * @throws Problem `notAllowed` without the role admin
 */
export async function readEffectsPage(
  principal: Principal,
  wanted: { state: string | null; page: number },
): Promise<EffectsPage> {
  asStaff(principal, "admin");
  const state = isState(wanted.state) ? wanted.state : "dead";
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const counts = await readOpenCounts(tx);
    const pages = Math.max(1, Math.ceil(counts[state] / linesPerPage));
    const page = Math.min(Math.max(1, wanted.page), pages);
    const offset = (page - 1) * linesPerPage;
    const rows = await readOpenEffects(tx, { state, limit: linesPerPage, offset });
    const effects = rows.map(({ params, at, attemptedAt, keySince, lookedUpAt, ...row }) => {
      const { template } = params as { template?: unknown };
      return {
        ...row,
        doubtSince: keySince?.toISOString() ?? null,
        lookedUpAt: lookedUpAt?.toISOString() ?? null,
        isSafe: !isKeyLapsed(keySince, wallNow()),
        template: typeof template === "string" ? template : null,
        at: at.toISOString(),
        attemptedAt: attemptedAt?.toISOString() ?? null,
      };
    });
    return { state, counts, effects, page, pages };
  });
}
