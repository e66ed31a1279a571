import { apply, isRefusal, migrate, outcomeOf, type Reader } from "./apply.ts";
import type {
  Change,
  CustomerState,
  EffectRecord,
  EventRecord,
  MachineState,
  RowRecord,
} from "./change.ts";
import type { Command, Outcome } from "./command.ts";
import type { View } from "./definition.ts";
import { commandOf, dueUpTo, firesBefore, type Timer } from "./due.ts";
import { presentSnapshot } from "./migration.ts";

/** One customer as it stands in a world: what the database would hold of it. */
export interface CustomerWorld {
  customer: CustomerState;
  machines: Map<string, MachineState & { view: View }>;
  /** By machine: what it waits for. */
  timers: Map<string, Timer[]>;
  events: EventRecord[];
  rows: RowRecord[];
  effects: EffectRecord[];
  /** Timers that their machines refused: a fault of ours. */
  dropped: Timer[];
}

/**
 * Many machines of many customers in memory, under a virtual clock. Commands and deadlines go through
 * the same `apply` as on the database and in the same order, so that both lead to the same place.
 */
export interface World {
  /** Sends one command; its customer's timers that are due by then fire first. */
  send(command: Command): Outcome;
  /** Fires every timer that a sweep at this instant (ISO) would fire. Returns how many. */
  advance(now: string): number;
  /** Migrates every machine of an earlier version, after what is due by then. Returns how many. */
  migrate(now: string): number;
  /** The instant of the earliest timer, or null where nothing waits. */
  nextDue(): string | null;
  /** A customer as it stands. Throws RangeError for one that the world does not have. */
  of(customerId: string): Readonly<CustomerWorld>;
  /** A second world that goes its own way from here: for what would happen if. */
  fork(): World;
}

/** The timer of a customer that fires next, or undefined. */
function nextTimer({ timers }: CustomerWorld): Timer | undefined {
  let next: Timer | undefined;
  for (const list of timers.values()) {
    for (const timer of list) if (!next || firesBefore(timer, next)) next = timer;
  }
  return next;
}

function commit(part: CustomerWorld, definition: Reader["definition"], command: Command): Outcome {
  const earlier = part.events.find(
    ({ machineId, commandId }) =>
      machineId === command.machineId && commandId === command.commandId,
  );
  if (earlier) return { ok: true, seq: earlier.seq, state: earlier.to, repeated: true };
  const { customer } = part;
  const machine = (machineId: string) => part.machines.get(machineId) ?? null;
  const change = apply({ customer, machine, definition }, command);
  if (isRefusal(change)) return { ok: false, refusal: change };
  take(part, change);
  return outcomeOf(change, command);
}

/** Does what the database would: puts a change into what a customer has. */
function take(part: CustomerWorld, change: Change): void {
  part.customer = change.customer;
  for (const [machineId, { deadlines, ...state }] of change.machines) {
    part.machines.set(machineId, state);
    const { kind } = state;
    const timers = deadlines.map(({ id: timerId, dueAt, event }) => {
      return { machineId, kind, timerId, dueAt, event };
    });
    part.timers.set(machineId, timers);
  }
  part.events.push(...change.events);
  part.rows.push(...change.rows);
  part.effects.push(...change.effects);
}

function fireDue(part: CustomerWorld, definition: Reader["definition"], cutoff: string): number {
  for (let fired = 0; ; fired += 1) {
    const timer = nextTimer(part);
    if (!timer || timer.dueAt > cutoff) return fired;
    const outcome = commit(part, definition, commandOf(part.customer.customerId, timer));
    if (outcome.ok && !outcome.repeated) continue;
    const left = part.timers.get(timer.machineId)?.filter((other) => other !== timer);
    part.timers.set(timer.machineId, left ?? []);
    part.dropped.push(timer);
  }
}

function migrateAll(part: CustomerWorld, definition: Reader["definition"], now: string): number {
  fireDue(part, definition, dueUpTo(now));
  const machine = (machineId: string) => part.machines.get(machineId) ?? null;
  const reader = { customer: part.customer, machine, definition };
  const change = migrate(reader, [...part.machines.values()], now);
  take(part, change);
  return change.machines.size;
}

const copyOf = (part: CustomerWorld): CustomerWorld => ({
  customer: part.customer,
  machines: new Map(part.machines),
  timers: new Map(part.timers),
  events: [...part.events],
  rows: [...part.rows],
  effects: [...part.effects],
  dropped: [...part.dropped],
});

function worldOf(definition: Reader["definition"], parts: Map<string, CustomerWorld>): World {
  return {
    send: (command) => {
      const part = parts.get(command.customerId);
      if (!part) {
        const detail = `there is no customer ${command.customerId}`;
        return { ok: false, refusal: { code: "notFound", detail } };
      }
      fireDue(part, definition, dueUpTo(command.receivedAt));
      return commit(part, definition, command);
    },
    advance: (now) => {
      const cutoff = dueUpTo(now);
      let fired = 0;
      for (const part of parts.values()) fired += fireDue(part, definition, cutoff);
      return fired;
    },
    migrate: (now) => {
      let migrated = 0;
      for (const part of parts.values()) migrated += migrateAll(part, definition, now);
      return migrated;
    },
    nextDue: () => {
      const due = [...parts.values()].flatMap((part) => nextTimer(part)?.dueAt ?? []);
      return due.toSorted()[0] ?? null;
    },
    of: (customerId) => {
      const part = parts.get(customerId);
      if (!part) throw new RangeError(`The world has no customer ${customerId}.`);
      return part;
    },
    fork: () => {
      const copies = [...parts].map(([id, part]) => [id, copyOf(part)] as const);
      return worldOf(definition, new Map(copies));
    },
  };
}

/** What is stored of a customer whose life goes on in a world. */
export interface StoredCustomer {
  customer: CustomerState;
  machines: readonly MachineState[];
  timers: readonly Timer[];
  /** By its past a command that comes again is known; left out, the world begins to count here. */
  past?: Readonly<Pick<CustomerWorld, "events" | "rows" | "effects">>;
}

/**
 * A world of customers that go on from what is stored of them: nothing is migrated and no timer moves
 * before a command or a deadline meets its machine.
 *
 * @throws NewerVersion where a later release wrote one of the machines
 */
export function resumeWorld(
  definition: Reader["definition"],
  customers: readonly StoredCustomer[],
): World {
  const parts = customers.map(({ customer, machines, timers, past }): [string, CustomerWorld] => {
    const viewed = machines.map((machine) => {
      const present = definition(machine.kind);
      const view = present.view(presentSnapshot(present, machine) as never);
      return [machine.machineId, { ...machine, view }] as const;
    });
    const part = {
      customer,
      machines: new Map(viewed),
      timers: Map.groupBy(timers, ({ machineId }) => machineId),
      events: [...(past?.events ?? [])],
      rows: [...(past?.rows ?? [])],
      effects: [...(past?.effects ?? [])],
      dropped: [],
    };
    return [customer.customerId, part];
  });
  return worldOf(definition, new Map(parts));
}

/** A world of customers that have no machines yet. */
export function createWorld(
  definition: Reader["definition"],
  customers: readonly CustomerState[],
): World {
  const empty = customers.map((customer) => ({ customer, machines: [], timers: [] }));
  return resumeWorld(definition, empty);
}
