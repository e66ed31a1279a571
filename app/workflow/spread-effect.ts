import type { Database } from "#db/client.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import { readSpreadTargets } from "#db/queries/spread.ts";
import type { Refusal } from "#machines/engine/command.ts";
import { commandOfSpread, type Spread, type SpreadTarget } from "#machines/engine/spread.ts";
import type { Dispatch } from "./dispatch.ts";
import type { EffectHandler, EffectResult } from "./effect-handler.ts";

export interface SpreadParts {
  database: Database;
  dispatch: Dispatch;
  sizes?: { machinesPerPage: number; pagesPerJob: number; mostFailed: number };
}

/** How far a spread has come; stored with the effect, so that the next job goes on from there. */
interface SpreadProgress {
  /** The last machine of the pages that are behind; null before the first. */
  after: SpreadTarget | null;
  /** Whether every page is behind. */
  isThrough: boolean;
  /** Machines that have taken the event, and machines that had nothing to do. */
  taken: number;
  passedOver: number;
  /** Machines that could not be reached; they are tried again when all others have heard. */
  failed: SpreadTarget[];
}

/** How much a job does: well below its time limit on a slow disk, and all that it holds in memory. */
const usualSizes = { machinesPerPage: 100, pagesPerJob: 20, mostFailed: 200 };

const start: SpreadProgress = {
  ...{ after: null, isThrough: false, taken: 0, passedOver: 0, failed: [] },
};

/** These say that we sent something wrong, not that the machine has nothing to do. */
const isFault = ({ code }: Refusal) => code === "invalid" || code === "notAllowed";

/** What a failure says, without the values of a statement: they may be personal. */
const nameOf = (error: unknown) => (error instanceof Error ? error.name : "Error");

/** Sends the event to some machines; a failure of one holds up no other. */
async function tell(
  { dispatch }: SpreadParts,
  effect: EffectRow,
  spread: Spread,
  targets: readonly SpreadTarget[],
): Promise<Pick<SpreadProgress, "taken" | "passedOver" | "failed"> & { reason: string }> {
  const key = { ...effect, at: effect.at.toISOString() };
  const answers = await Promise.allSettled(
    targets.map((target) => dispatch(commandOfSpread(key, spread, target))),
  );
  const told = { taken: 0, passedOver: 0, failed: [] as SpreadTarget[], reason: "" };
  for (const [place, answer] of answers.entries()) {
    const target = targets[place] as SpreadTarget;
    if (answer.status === "fulfilled" && answer.value.ok) told.taken += 1;
    else if (answer.status === "fulfilled" && !answer.value.ok && !isFault(answer.value.refusal)) {
      told.passedOver += 1;
    } else {
      told.failed.push(target);
      const { status } = answer;
      const why = status === "rejected" ? nameOf(answer.reason) : spread.event.type;
      told.reason = `${why} at ${spread.scope.to} ${target.machineId}`;
    }
  }
  return told;
}

/** Which machines a spread to new ones only looks for: those that its sender has not reached so. */
const untoldBy = ({ customerId, machineId }: EffectRow, { event, onlyNew }: Spread) =>
  onlyNew === true
    ? { commandsOf: ["spread", customerId, machineId, ""].join("/"), type: event.type }
    : null;

async function perform(
  parts: SpreadParts,
  effect: EffectRow,
  before: SpreadProgress,
): Promise<EffectResult> {
  const spread = effect.params as unknown as Spread;
  const { machinesPerPage, pagesPerJob, mostFailed } = parts.sizes ?? usualSizes;
  let progress = before;
  for (let page = 0; page < pagesPerJob && !progress.isThrough; page += 1) {
    const { after } = progress;
    const targets = await parts.database.transaction({ role: "portal_engine" }, (tx) =>
      readSpreadTargets(tx, spread.scope, after, machinesPerPage, untoldBy(effect, spread)),
    );
    const told = await tell(parts, effect, spread, targets);
    // So many at once are no matter of single machines: the page is done again later.
    if (progress.failed.length + told.failed.length > mostFailed) {
      return { outcome: "retry", reason: told.reason, rendered: progress };
    }
    progress = {
      after: targets.at(-1) ?? after,
      isThrough: targets.length < machinesPerPage,
      taken: progress.taken + told.taken,
      passedOver: progress.passedOver + told.passedOver,
      failed: [...progress.failed, ...told.failed],
    };
  }
  if (!progress.isThrough) return { outcome: "more", rendered: progress };
  if (progress.failed.length === 0) return { outcome: "done", rendered: progress };
  const told = await tell(parts, effect, spread, progress.failed);
  const rendered = {
    ...progress,
    taken: progress.taken + told.taken,
    passedOver: progress.passedOver + told.passedOver,
    failed: told.failed,
  };
  if (told.failed.length === 0) return { outcome: "done", rendered };
  return { outcome: "retry", reason: told.reason, rendered };
}

/**
 * The effect that sends one event to machines of many customers. It goes through them by pages in the
 * order of their ids and holds one page at a time; where it is cut off, it goes on from the last page
 * that was recorded, and what hears the event again has heard it already.
 */
export function spreadEffect(parts: SpreadParts): EffectHandler {
  return {
    perform: (effect, rendered) =>
      perform(parts, effect, (rendered as SpreadProgress | null) ?? start),
  };
}
