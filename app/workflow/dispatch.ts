import type { Command, Outcome, Refusal } from "#machines/engine/command.ts";
import { machineId, plainText } from "#machines/engine/fields.ts";
import type { EngineParts } from "./engine-parts.ts";
import { flush, type Alongside, type Request } from "./flush.ts";

/** Sends one command to one machine. Nothing else changes the state of a machine. */
export type Dispatch = (command: Command, alongside?: Alongside) => Promise<Outcome>;

/** Bounds a transaction, and how long a command waits for its neighbours. */
const mostCommands = 100;

/** One computes while the other is in the database; more of them would only be smaller. */
const mostFlushes = 2;

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
 * are under way are collected and go together, in equal shares: a transaction costs nearly as much for
 * one command as for ten, so small ones beside large ones would waste most of the work. A customer's
 * commands keep their order, because a customer is never in two flushes.
 */
export function createDispatch(parts: EngineParts): Dispatch {
  let queue: Waiting[] = [];
  const busy = new Set<string>();
  let flushes = 0;
  let underWay = 0;
  let isPlanned = false;

  /** Takes the commands out of the queue that may go now, but not where they are too few for it. */
  function nextBatch(): Waiting[] {
    const ready = queue.filter(({ command }) => !busy.has(command.customerId));
    const share = Math.ceil((ready.length + underWay) / mostFlushes);
    if (flushes > 0 && ready.length < share / 2) return [];
    const batch = new Set<Waiting>();
    const customers = new Set<string>();
    for (const waiting of ready.slice(0, mostCommands)) {
      const { customerId } = waiting.command;
      // The rest of a customer's commands could not go beside these anyway.
      if (batch.size >= share && !customers.has(customerId)) continue;
      batch.add(waiting);
      customers.add(customerId);
    }
    queue = queue.filter((waiting) => !batch.has(waiting));
    return [...batch];
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
    isPlanned = false;
    while (flushes < mostFlushes) {
      const batch = nextBatch();
      if (batch.length === 0) return;
      const customers = new Set(batch.map(({ command }) => command.customerId));
      for (const customerId of customers) busy.add(customerId);
      flushes += 1;
      underWay += batch.length;
      void settleAll(batch).finally(() => {
        for (const customerId of customers) busy.delete(customerId);
        flushes -= 1;
        underWay -= batch.length;
        startSoon();
      });
    }
  }

  /** In a moment, so that those who come at the same time go together. */
  function startSoon(): void {
    if (isPlanned) return;
    isPlanned = true;
    setImmediate(start);
  }

  return async (command, alongside) => {
    if (!isWellFormed(command)) return refuse("invalid", "an id is malformed");
    return new Promise<Outcome>((resolve, reject) => {
      queue.push({ command, alongside, resolve, reject });
      startSoon();
    });
  };
}
