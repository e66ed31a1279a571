import { applyInSteps, isRefusal, outcomeOf } from "#machines/engine/apply.ts";
import type { Change } from "#machines/engine/change.ts";
import type { CommandKey, MachineKey } from "#db/queries/engine/read-machines.ts";
import type { Command, Outcome, Refusal } from "#machines/engine/command.ts";
import { commandOf } from "#machines/engine/due.ts";
import { newIdentifier } from "../identifier.ts";
import type { Workspace } from "./workspace.ts";

/** What must be read before the work can go on: machines, and results of earlier commands. */
export interface Need {
  machines: readonly MachineKey[];
  results: readonly CommandKey[];
}

/**
 * Work on one customer that stops wherever it needs something that was not read. The work of many
 * customers goes on side by side, so that one statement reads what all of them need.
 */
export type Work<Result> = Generator<Need, Result, void>;

/** A person's command older than this is refused: its legal day might no longer be what was meant. */
const receiptHoldsSeconds = 10;

function waitedTooLong({ actor, receivedAt }: Command, now: Date): Refusal | null {
  const isPersons = actor.kind === "member" || actor.kind === "staff";
  const waited = (now.getTime() - Date.parse(receivedAt)) / 1000;
  if (!isPersons || waited <= receiptHoldsSeconds) return null;
  return { code: "tooLate", detail: `received ${Math.round(waited)} s ago; send it again` };
}

function* applied(space: Workspace, command: Command): Work<Change | Refusal> {
  const { customerId } = command;
  const customer = space.customers.get(customerId)?.state;
  if (!customer) return { code: "notFound", detail: `there is no customer ${customerId}` };
  const reader = {
    customer,
    machine: (machineId: string) => space.machine({ customerId, machineId }),
    definition: space.registry.definition,
  };
  const steps = applyInSteps(reader, command);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { machines: [{ customerId, machineId: step.value }], results: [] };
  }
}

/**
 * Applies one command to what is held. A repeated command gets the result of the first. A refusal is
 * laid down for the audit log; it changes nothing and does not use up the command's id.
 *
 * @param now the portal's instant, read after the lock was given
 */
export function* settle(space: Workspace, command: Command, now: Date): Work<Outcome> {
  const { customerId, machineId, commandId } = command;
  if (space.result(command) === undefined) yield { machines: [command], results: [command] };
  const earlier = space.result(command);
  if (earlier) return { ok: true, seq: earlier.seq, state: earlier.state, repeated: true };
  const change = waitedTooLong(command, now) ?? (yield* applied(space, command));
  if (isRefusal(change)) {
    space.audit({
      customerId,
      auditId: newIdentifier(),
      at: now,
      actor: command.actor,
      action: `${command.kind}.${command.event.type}`,
      outcome: `refused: ${change.code}`,
      machineId,
      detail: { commandId },
    });
    return { ok: false, refusal: change };
  }
  space.take(change);
  return outcomeOf(change, command);
}

/**
 * Fires a customer's timers that are due at `cutoff` (ISO instant), in due order, including those that
 * firing brings about, as far as timers were read, but no more than `most`. Returns how many fired.
 */
export function* fireDue(
  space: Workspace,
  customerId: string,
  cutoff: string,
  most: number,
  now: Date,
): Work<number> {
  const timers = [...(space.customers.get(customerId)?.timers.values() ?? [])];
  const commands = timers.map((timer) => commandOf(customerId, timer));
  if (commands.length > 0) yield { machines: commands, results: commands };
  for (let fired = 0; fired < most; fired += 1) {
    const timer = space.nextDue(customerId, cutoff);
    if (!timer) return fired;
    const outcome = yield* settle(space, commandOf(customerId, timer), now);
    if (outcome.ok && !outcome.repeated) continue;
    // A machine that asks for a deadline and then refuses it is a fault: said aloud, fired once.
    space.drop(customerId, timer);
    const { kind, machineId, timerId, dueAt, event } = timer;
    space.audit({
      customerId,
      auditId: newIdentifier(),
      at: now,
      actor: { kind: "timer" },
      action: `${kind}.${event.type}`,
      outcome: "timer dropped",
      machineId,
      detail: { timerId, dueAt },
    });
  }
  return most;
}
