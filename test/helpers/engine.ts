import { startJobs, type Jobs } from "#app/workflow/jobs.ts";
import { createDispatch, type Dispatch } from "#app/workflow/dispatch.ts";
import type { EngineParts } from "#app/workflow/engine-parts.ts";
import { sweep } from "#app/workflow/sweep.ts";
import type { Alongside } from "#app/workflow/flush.ts";
import type { Database } from "#db/client.ts";
import type { Sender } from "#machines/engine/actor.ts";
import type { Command, Outcome } from "#machines/engine/command.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { actorOf } from "./commands.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";

export interface TestEngine extends EngineParts {
  readonly test: TestDatabase;
  readonly dispatch: Dispatch;
  /** Sets the clock to an instant. */
  setClock(instant: string): void;
  /** Makes a customer with the number. */
  addCustomer(customerId: string, number: number): Promise<void>;
  /** Sends a command that is received now: the clock goes to `received` first. */
  send(
    to: Pick<Command, "customerId" | "machineId" | "kind">,
    sender: Exclude<Sender, "machine">,
    received: string,
    event: MachineEvent,
    options?: { commandId?: string; alongside?: Alongside },
  ): Promise<Outcome>;
  /** Fires what is due half a minute before an instant, to which the clock goes. */
  sweepAt(instant: string): Promise<number>;
  close(): Promise<void>;
}

/** The engine on an empty database of its own, with a clock that stands still until it is set. */
export async function openEngine(
  wrap: (database: Database) => Database = (database) => database,
): Promise<TestEngine> {
  const test = await openTestDatabase();
  const database = wrap(test.database);
  let present = new Date("2025-01-01T00:00:00.000Z");
  const clock = { now: async () => new Date(present) };
  let sent = 0;
  const faults: Error[] = [];
  const jobs: Jobs = await startJobs(test.database, (error) => faults.push(error), false);
  const dispatch = createDispatch({ database, jobs, clock });
  const setClock = (instant: string) => {
    present = new Date(instant);
  };
  return {
    ...{ test, database, jobs, clock, dispatch, setClock },
    addCustomer: async (customerId, number) => {
      await test.asSuperuser(
        `insert into customer (customer_id, number, name, created_at)
         values ($1, $2, 'Customer', '2025-01-01')`,
        [customerId, number],
      );
    },
    send: (to, sender, received, event, options = {}) => {
      setClock(received);
      sent += 1;
      const { commandId = `command ${sent}`, alongside } = options;
      const actor = actorOf(sender);
      return dispatch({ ...to, commandId, actor, receivedAt: received, event }, alongside);
    },
    sweepAt: (instant) => {
      setClock(instant);
      return sweep({ database, jobs, clock });
    },
    close: async () => {
      await jobs.stop();
      await test.close();
      if (faults.length > 0) throw new AggregateError(faults, "The job queue had faults.");
    },
  };
}
