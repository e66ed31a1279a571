import type { Command } from "./command.ts";
import type { Deadline, MachineKind } from "./outgoing.ts";

/** Timers fire this long after they are due, so that what came in at 23:59:59 goes first. */
const settleSeconds = 30;

/** The instant up to which timers are due at `now`: both ISO UTC text with milliseconds. */
export function dueUpTo(now: string): string {
  return new Date(Date.parse(now) - settleSeconds * 1000).toISOString();
}

/** A deadline of one machine, waiting for its time. */
export interface Timer extends Pick<Deadline, "dueAt" | "event"> {
  machineId: string;
  kind: MachineKind;
  timerId: string;
}

/** The order in which timers of one customer fire: by due time, then by ids. */
export function firesBefore(one: Timer, other: Timer): boolean {
  const key = ({ dueAt, machineId, timerId }: Timer) => [dueAt, machineId, timerId].join(" ");
  return key(one) < key(other);
}

/**
 * The command by which a timer fires. It carries the instant at which it was due, so that downtime
 * changes nothing, and an id that is the same whoever fires it.
 */
export function commandOf(customerId: string, timer: Timer): Command {
  const { machineId, kind, timerId, dueAt, event } = timer;
  return {
    customerId,
    machineId,
    kind,
    commandId: `timer/${timerId}/${dueAt}`,
    actor: { kind: "timer" },
    receivedAt: dueAt,
    event,
    timerId,
  };
}
