import type { AuditEntry } from "#db/queries/audit.ts";
import type { CustomerTimer } from "#db/queries/engine/due-timers.ts";
import type { CommandKey, MachineKey, StoredResult } from "#db/queries/engine/read-machines.ts";
import type { Change, CustomerState, MachineState } from "#machines/engine/change.ts";
import { firesBefore, type Timer } from "#machines/engine/due.ts";
import { registry as portalRegistry, type Registry } from "#machines/registry.ts";

/** The result under which a repeated command is answered. */
type Result = Pick<StoredResult, "seq" | "state">;

/** A customer whose lock the transaction holds. */
export interface HeldCustomer {
  state: CustomerState;
  /** As the transaction found it. */
  readonly found: CustomerState;
  /** Those that may still fire, by machine and id. */
  timers: Map<string, Timer>;
  /** Where more timers are due than were read: the last one read. Nothing behind it may fire yet. */
  horizon: Timer | null;
}

/**
 * What one transaction has read of the customers that it holds, as its own changes leave it, and what
 * it will write. Undefined says "not read yet", null says "there is none".
 */
export interface Workspace {
  /** The definitions by which it is worked. */
  readonly registry: Registry;
  readonly customers: ReadonlyMap<string, HeldCustomer>;
  readonly changes: readonly Change[];
  readonly audits: readonly AuditEntry[];
  readonly dropped: readonly CustomerTimer[];
  /** The customers whose counters were drawn from. */
  counted(): CustomerState[];
  machine(key: MachineKey): MachineState | null | undefined;
  result(key: CommandKey): Result | null | undefined;
  /** Takes up what was read; of the keys asked for, those that were not found are missing. */
  learnMachines(asked: readonly MachineKey[], found: readonly MachineState[]): void;
  learnResults(asked: readonly CommandKey[], found: readonly StoredResult[]): void;
  /** Takes up timers in the order in which they fire; `mostEach` is how many were asked for. */
  learnTimers(timers: readonly CustomerTimer[], mostEach: number | null): void;
  /** The customer's timer that fires next, of those due at the cutoff (ISO instant). */
  nextDue(customerId: string, cutoff: string): Timer | null;
  /** Takes up an accepted command's change. */
  take(change: Change): void;
  audit(entry: AuditEntry): void;
  /** Uses up a timer that its machine refused. */
  drop(customerId: string, timer: Timer): void;
}

const machineKey = ({ customerId, machineId }: MachineKey) => `${customerId} ${machineId}`;
const resultKey = (key: CommandKey) => `${machineKey(key)} ${key.commandId}`;
const timerKey = ({ machineId, timerId }: Pick<Timer, "machineId" | "timerId">) =>
  `${machineId} ${timerId}`;

/** An empty workspace over customers whose locks are held. */
export function openWorkspace(
  locked: ReadonlyMap<string, CustomerState>,
  registry: Registry = portalRegistry,
): Workspace {
  const customers = new Map<string, HeldCustomer>();
  for (const [customerId, state] of locked) {
    customers.set(customerId, { state, found: state, timers: new Map(), horizon: null });
  }
  const machines = new Map<string, MachineState | null>();
  const results = new Map<string, Result | null>();
  const changes: Change[] = [];
  const audits: AuditEntry[] = [];
  const dropped: CustomerTimer[] = [];
  const held = (customerId: string) => {
    const customer = customers.get(customerId);
    if (!customer) throw new Error(`The lock of customer ${customerId} is not held.`);
    return customer;
  };

  return {
    ...{ registry, customers, changes, audits, dropped },
    counted: () =>
      [...customers.values()].flatMap(({ state, found }) => {
        const isDrawn =
          state.contractCounter !== found.contractCounter ||
          state.invoiceCounter !== found.invoiceCounter ||
          state.creditNoteCounter !== found.creditNoteCounter;
        return isDrawn ? [state] : [];
      }),
    machine: (key) => machines.get(machineKey(key)),
    result: (key) => results.get(resultKey(key)),

    learnMachines: (asked, found) => {
      for (const key of asked) machines.set(machineKey(key), null);
      for (const machine of found) machines.set(machineKey(machine), machine);
    },

    learnResults: (asked, found) => {
      for (const key of asked) results.set(resultKey(key), null);
      for (const result of found) results.set(resultKey(result), result);
    },

    learnTimers: (timers, mostEach) => {
      for (const [customerId, own] of Map.groupBy(timers, (timer) => timer.customerId)) {
        const customer = held(customerId);
        for (const timer of own) customer.timers.set(timerKey(timer), timer);
        if (own.length === mostEach) customer.horizon = own.at(-1) ?? null;
      }
    },

    nextDue: (customerId, cutoff) => {
      const { timers, horizon } = held(customerId);
      let next: Timer | null = null;
      for (const timer of timers.values()) {
        if (timer.dueAt <= cutoff && (!next || firesBefore(timer, next))) next = timer;
      }
      return next && horizon && firesBefore(horizon, next) ? null : next;
    },

    take: (change) => {
      changes.push(change);
      const customer = held(change.customer.customerId);
      customer.state = change.customer;
      for (const machine of change.machines.values()) {
        machines.set(machineKey(machine), machine);
        const { machineId, kind } = machine;
        for (const [key, timer] of customer.timers) {
          if (timer.machineId === machineId) customer.timers.delete(key);
        }
        for (const { id: timerId, dueAt, event } of machine.deadlines) {
          const timer = { machineId, kind, timerId, dueAt, event };
          customer.timers.set(timerKey(timer), timer);
        }
      }
      for (const event of change.events) {
        results.set(resultKey(event), { seq: event.seq, state: event.to });
      }
    },

    audit: (entry) => void audits.push(entry),

    drop: (customerId, timer) => {
      held(customerId).timers.delete(timerKey(timer));
      dropped.push({ ...timer, customerId });
    },
  };
}
