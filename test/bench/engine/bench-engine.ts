import { newIdentifier } from "#app/identifier.ts";
import { wallClock } from "#app/clock.ts";
import { createDispatch } from "#app/workflow/dispatch.ts";
import { startJobs } from "#app/workflow/jobs.ts";
import { openPostgres } from "#db/client.ts";
import { actorOf } from "#test/helpers/commands.ts";
import type { Target } from "./target.ts";

/** The engine as a web process has it: it makes jobs and works none. */
export interface BenchEngine {
  /**
   * Operations fix the start of an accepted order: the contract's snapshot, its event, the mail's effect
   * with its job, and the timer of the start are written.
   *
   * @throws Error where it is refused
   */
  setStart(target: Target): Promise<void>;
  close(): Promise<void>;
}

/** @param startDay the ISO day for which the orders wish */
export async function openBenchEngine(url: string, startDay: string): Promise<BenchEngine> {
  const database = openPostgres(url);
  const faults: Error[] = [];
  const jobs = await startJobs(database, (error) => faults.push(error), false);
  const dispatch = createDispatch({ database, jobs, clock: wallClock });
  return {
    setStart: async ({ customerId, contractId }) => {
      const outcome = await dispatch({
        ...{ customerId, machineId: contractId, kind: "contract", commandId: newIdentifier() },
        ...{ actor: actorOf("operations"), receivedAt: new Date().toISOString() },
        event: { type: "setStart", startDay },
      });
      if (!outcome.ok) throw new Error(`setStart was refused: ${outcome.refusal.detail}`);
    },
    close: async () => {
      await jobs.stop();
      await database.close();
      if (faults.length > 0) throw new AggregateError(faults, "The job queue had faults.");
    },
  };
}
