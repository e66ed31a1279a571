import type { Command, Outcome, Refusal } from "#machines/engine/command.ts";
import { machineId, plainText } from "#machines/engine/fields.ts";
import type { EngineParts } from "./engine-parts.ts";
import { flush, type Alongside, type Request } from "./flush.ts";

/** Sends one command to one machine. Nothing else changes the state of a machine. */
export type Dispatch = (command: Command, alongside?: Alongside) => Promise<Outcome>;

/** Bounds a transaction, and how long a command waits for its neighbours. */
const mostCommands = 100;

/**
 * How many flushes may be under way while so many commands wait. More of them would only make each
 * smaller, unless what waits fills another one.
 */
const mostFlushes = (waiting: number) => (waiting >= mostCommands / 2 ? 3 : 2);

interface Waiting extends Request {
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

const refuse = (code: Refusal["code"], detail: string): Outcome => ({
  ok: false,
  refusal: { code, detail },
});

/** By these the engine knows its own commands: who took one would keep a deadline from firing. */
const isReserved = (commandId: string) => /^(timer|migration)\//.test(commandId);

/** Whether the ids could stand in the database at all, and a person's is none of the engine's own. */
function isWellFormed({ customerId, machineId: machine, commandId, actor }: Command): boolean {
  const areIds = [customerId, machine].every((id) => machineId.safeParse(id).success);
  const isPersons = actor.kind === "member" || actor.kind === "staff";
  if (isPersons && isReserved(commandId)) return false;
  return areIds && plainText.safeParse(commandId).success;
}

/**
 * Builds the portal's one door for commands: one command, one transaction, which it may share with
 * others.
 *
 * A command that comes while there is nothing else to do goes at once. Those that come while flushes
 * are under way are collected and go together; a customer's commands keep their order, because a
 * customer is never in two flushes.
 */
export function createDispatch(parts: EngineParts): Dispatch {
  let queue: Waiting[] = [];
  const busy = new Set<string>();
  let flushes = 0;

  /** Takes the commands that may go now out of the queue. */
  function nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const waiting of queue) {
      const goes = batch.length < mostCommands && !busy.has(waiting.command.customerId);
      (goes ? batch : rest).push(waiting);
    }
    queue = rest;
    return batch;
  }

  /** Where a shared transaction fails, each command has one of its own: only the bad one fails. */
  async function settleAll(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await flush(parts, batch);
      batch.forEach((waiting, place) => waiting.resolve(outcomes[place] as Outcome));
    } catch (error) {
      const [only, ...others] = batch;
      if (only && others.length === 0) only.reject(error);
      else for (const waiting of batch) await settleAll([waiting]);
    }
  }

  function start(): void {
    while (flushes < mostFlushes(queue.length)) {
      const batch = nextBatch();
      if (batch.length === 0) return;
      const customers = new Set(batch.map(({ command }) => command.customerId));
      for (const customerId of customers) busy.add(customerId);
      flushes += 1;
      void settleAll(batch).finally(() => {
        for (const customerId of customers) busy.delete(customerId);
        flushes -= 1;
        start();
      });
    }
  }

  return async (command, alongside) => {
    if (!isWellFormed(command)) return refuse("invalid", "an id is malformed");
    return new Promise<Outcome>((resolve, reject) => {
      queue.push({ command, alongside, resolve, reject });
      start();
    });
  };
}
