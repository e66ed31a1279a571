import { raiseClockOffset } from "#db/queries/clock.ts";
import { setSandboxClock } from "#app/gateways/sandbox.ts";
import { currentPortal } from "#app/portal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { sweep } from "#app/workflow/sweep.ts";

/** As far as one step may go: a longer one would hide what happens on the way. */
export const longestStepDays = 400;

const day = 24 * 60 * 60 * 1000;

/**
 * Moves the portal's clock forward, and the sandbox's with it; every deadline between fires in
 * order, each on the day on which it was due. Demo only: else `notFound`.
 *
 * @param target ISO instant, after now and at most 400 days away: else `invalid`
 * @returns how many deadlines fired
 */
export async function advanceClock(target: string): Promise<number> {
  const { clock, database, demo, jobs, sandboxUrl } = currentPortal();
  if (!demo) throw new Problem("notFound", "there is no clock to move outside the demo");
  const instant = Date.parse(target);
  const ahead = instant - (await clock.now()).getTime();
  if (!(ahead > 0 && ahead <= longestStepDays * day)) {
    throw new Problem("invalid", "the clock moves forward, by 400 days at most");
  }
  await raiseClockOffset(database, instant - Date.now());
  if (sandboxUrl) await setSandboxClock(sandboxUrl, new Date(instant));
  return sweep({ database, clock, jobs });
}
