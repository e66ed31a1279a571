import type { EventRecord } from "#machines/engine/change.ts";
import type { Command, Outcome } from "#machines/engine/command.ts";
import { canonicalJson } from "#machines/engine/hash.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";

/** What a client was told in the end, after as many tries as it took. */
export interface Answer {
  command: Command;
  outcome: Outcome;
}

const keyOf = ({ machineId, commandId }: Pick<Command, "machineId" | "commandId">) =>
  `${machineId} ${commandId}`;

/** Whether an event was told by another machine, and so came with that one's command. */
const isTold = ({ actor, commandId }: EventRecord) =>
  actor.kind === "machine" &&
  commandId.endsWith(`/${actor.machineId}.${commandId.split(".").at(-1)}`);

/** The commands that a customer's history shows, in the order in which they were committed. */
export function committedCommands({ events, machines }: CustomerWorld): Command[] {
  return events.flatMap((record) => {
    const { customerId, machineId, commandId, actor, at: receivedAt } = record;
    const kind = machines.get(machineId)?.kind;
    if (isTold(record) || !kind) return [];
    const { at: _at, day: _day, machineId: _id, number: _number, ...event } = record.event;
    return [{ customerId, machineId, kind, commandId, actor, receivedAt, event }];
  });
}

const sameRequest = (one: Command, other: Command) =>
  one.event.type === other.event.type &&
  canonicalJson(one.actor) === canonicalJson(other.actor) &&
  new Date(one.receivedAt).toISOString() === new Date(other.receivedAt).toISOString();

/** Where what clients were told and what stands in the history disagree. */
export function answerFaults(customer: CustomerWorld, answers: readonly Answer[]): string[] {
  const faults: string[] = [];
  const events = new Map(customer.events.map((event) => [keyOf(event), event]));
  const accepted = new Map<string, number>();
  const own = answers.filter(({ command }) => command.customerId === customer.customer.customerId);
  for (const { command, outcome } of own) {
    if (!outcome.ok) continue;
    const key = keyOf(command);
    accepted.set(key, (accepted.get(key) ?? 0) + Number(!outcome.repeated));
    const event = events.get(key);
    if (!event) faults.push(`${key} was accepted and is lost`);
    else if (
      event.seq !== outcome.seq ||
      canonicalJson(event.to) !== canonicalJson(outcome.state)
    ) {
      faults.push(`${key} was told ${outcome.seq}, its event is ${event.seq}`);
    }
  }
  for (const [key, times] of accepted) {
    if (times > 1) faults.push(`${key} was accepted ${times} times`);
  }
  for (const { command, outcome } of own) {
    const key = keyOf(command);
    if (!outcome.ok && events.has(key) && !accepted.has(key))
      faults.push(`${key} was refused and is there`);
  }
  for (const command of committedCommands(customer)) {
    const isAsked = own.some(
      (answer) => keyOf(answer.command) === keyOf(command) && sameRequest(answer.command, command),
    );
    if (command.actor.kind !== "timer" && !isAsked)
      faults.push(`nobody asked for ${keyOf(command)}`);
  }
  return faults;
}
