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

/** The whole has its turn after its parts: an option that ends with its contract ends in its own way (A9.2). */
const isOfWhole = ({ kind }: Timer) => kind === "contract";

/** The order in which timers of one customer fire: by due time, the contracts' own last, then by ids. */
export function firesBefore(one: Timer, other: Timer): boolean {
  if (one.dueAt !== other.dueAt) return one.dueAt < other.dueAt;
  if (isOfWhole(one) !== isOfWhole(other)) return isOfWhole(other);
  if (one.machineId !== other.machineId) return one.machineId < other.machineId;
  return one.timerId < other.timerId;
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
