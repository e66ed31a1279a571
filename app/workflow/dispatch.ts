import type { Database } from "#db/client.ts";
import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
import type { Command, Outcome, Refusal } from "#machines/engine/command.ts";
import { dueUpTo } from "#machines/engine/due.ts";
import { machineId, plainText } from "#machines/engine/fields.ts";
import type { Clock } from "../clock.ts";
import { commit, type Alongside, type Locked } from "./commit.ts";
import { fireDue } from "./fire-due.ts";
import type { Jobs } from "./jobs.ts";

/** Sends one command to one machine. Nothing else changes the state of a machine. */
export type Dispatch = (command: Command, alongside?: Alongside) => Promise<Outcome>;

export interface DispatchParts {
  database: Database;
  jobs: Jobs;
  clock: Clock;
}

const refuse = (code: Refusal["code"], detail: string): Outcome => ({
  ok: false,
  refusal: { code, detail },
});

/** Whether the ids could stand in the database at all. */
function isWellFormed(command: Command): boolean {
  const ids = [command.customerId, command.machineId];
  const areIds = ids.every((id) => machineId.safeParse(id).success);
  return areIds && plainText.safeParse(command.commandId).success;
}

/**
 * Builds the portal's one door for commands: one command, one transaction.
 *
 * The customer's due timers fire first, so that a command never meets a machine that is behind its
 * time, be it for an hour's downtime or a year's.
 */
export function createDispatch({ database, jobs, clock }: DispatchParts): Dispatch {
  return async (command, alongside) => {
    if (!isWellFormed(command)) return refuse("invalid", "an id is malformed");
    const asked = await clock.now();
    const waitingSince = performance.now();
    return database.transaction({ role: "portal_engine" }, async (tx) => {
      const customers = await lockCustomers(tx, [command.customerId]);
      const customer = customers.get(command.customerId);
      if (!customer) return refuse("notFound", `there is no customer ${command.customerId}`);
      // The wait for the lock counts; the clock itself may need the connection that this one holds.
      const now = new Date(asked.getTime() + Math.round(performance.now() - waitingSince));
      const locked: Locked = { tx, jobs, customer, now };
      await fireDue(locked, dueUpTo(command.receivedAt), Number.POSITIVE_INFINITY);
      return commit(locked, command, alongside);
    });
  };
}
