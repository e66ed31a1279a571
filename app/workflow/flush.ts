import type { Handle } from "#db/client.ts";
import { pipelined } from "#db/pipeline.ts";
import { readDueTimers, type DueQuestion } from "#db/queries/engine/due-timers.ts";
import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
import { readMachines, readResults, type MachineKey } from "#db/queries/engine/read-machines.ts";
import type { Command, Outcome } from "#machines/engine/command.ts";
import { dueUpTo } from "#machines/engine/due.ts";
import type { EngineParts } from "./engine-parts.ts";
import { runWorks, writeAll } from "./group-commit.ts";
import { fireDue, settle, type Work } from "./serve.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** What a use-case writes in the same transaction as its command, if the command is accepted. */
export type Alongside = (tx: Handle) => Promise<void>;

/** A command, and what its use-case writes with it. */
export interface Request {
  command: Command;
  alongside: Alongside | undefined;
}

const keyOf = ({ customerId, machineId, commandId }: Command) => ({
  customerId,
  machineId,
  commandId,
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id that an event names: the machines behind them are likely to be told something next. */
function* idsIn(value: unknown): Generator<string, void, void> {
  if (typeof value === "string" && uuid.test(value)) yield value;
  else if (value !== null && typeof value === "object") {
    for (const member of Object.values(value)) yield* idsIn(member);
  }
}

/** What is worth reading before a command begins: its own machine, and those that it names. */
function machinesOf({ customerId, machineId, event }: Command): MachineKey[] {
  return [...new Set([machineId, ...idsIn(event)])].map((id) => ({ customerId, machineId: id }));
}

/** By customer: the timers that must fire before the last of its commands. */
function dueQuestions(commands: readonly Command[]): Map<string, DueQuestion> {
  const questions = new Map<string, DueQuestion>();
  for (const { customerId, receivedAt } of commands) {
    const cutoff = dueUpTo(receivedAt);
    const earlier = questions.get(customerId);
    if (!earlier || earlier.cutoff < cutoff) questions.set(customerId, { customerId, cutoff });
  }
  return questions;
}

/** Serves one customer's commands in their order; the outcomes go to the places of the commands. */
function* serve(
  space: Workspace,
  requests: readonly { command: Command; place: number }[],
  outcomes: Outcome[],
  now: Date,
): Work<void> {
  for (const { command, place } of requests) {
    const { customerId, receivedAt } = command;
    // A command never meets a machine that is behind its time, for an hour's downtime or a year's.
    if (space.customers.has(customerId)) {
      yield* fireDue(space, customerId, dueUpTo(receivedAt), Number.POSITIVE_INFINITY, now);
      outcomes[place] = yield* settle(space, command, now);
    } else {
      const detail = `there is no customer ${customerId}`;
      outcomes[place] = { ok: false, refusal: { code: "notFound", detail } };
    }
  }
}

/**
 * Applies commands in one transaction and writes what follows from them: all or nothing. The outcomes
 * stand in the order of the commands. Each customer's due timers fire before its command.
 *
 * @throws whatever the database or one of the commands failed with; nothing is written then
 */
export async function flush(
  { database, jobs, clock, registry, onFlush }: EngineParts,
  requests: readonly Request[],
): Promise<Outcome[]> {
  onFlush?.(requests.length);
  const commands = requests.map(({ command }) => command);
  const keys = commands.map(keyOf);
  const machineKeys = commands.flatMap(machinesOf);
  const due = dueQuestions(commands);
  const asked = await clock.now();
  const waitingSince = performance.now();
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    // Sent together: what is read behind the lock is read after it was given.
    const [customers, timers, machines, results] = await pipelined([
      lockCustomers(tx, [...due.keys()]),
      readDueTimers(tx, [...due.values()], null),
      readMachines(tx, machineKeys),
      readResults(tx, keys),
    ]);
    // The wait for the lock counts; the clock itself may need the connection that this one holds.
    const now = new Date(asked.getTime() + Math.round(performance.now() - waitingSince));
    const space = openWorkspace(customers, registry);
    space.learnTimers(timers, null);
    space.learnMachines(machineKeys, machines);
    space.learnResults(keys, results);
    const outcomes: Outcome[] = [];
    const numbered = commands.map((command, place) => ({ command, place }));
    const works = Map.groupBy(numbered, ({ command }) => command.customerId)
      .values()
      .map((own) => serve(space, own, outcomes, now));
    await runWorks(tx, space, [...works]);
    await writeAll(tx, space, jobs, now);
    await pipelined(
      requests.flatMap(({ alongside }, place) => {
        const outcome = outcomes[place];
        return alongside && outcome?.ok && !outcome.repeated ? [alongside(tx)] : [];
      }),
    );
    return outcomes;
  });
}
