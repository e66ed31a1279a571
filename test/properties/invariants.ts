import { tokyoDay } from "#machines/calendar.ts";
import { canonicalJson } from "#machines/engine/hash.ts";
import type { EventRecord } from "#machines/engine/change.ts";
import { replay, verifyChain } from "#machines/engine/verify.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import { definitions } from "#machines/registry.ts";
import { moneyFaultsOf } from "./money-invariants.ts";

type Customer = Readonly<CustomerWorld>;

const repeated = (keys: readonly string[]) =>
  keys.toSorted().filter((key, n, sorted) => key === sorted[n + 1]);

function historiesOf({ events }: Customer): Map<string, EventRecord[]> {
  const histories = new Map<string, EventRecord[]>();
  for (const event of events) {
    const known = histories.get(event.machineId);
    if (known) known.push(event);
    else histories.set(event.machineId, [event]);
  }
  return histories;
}

/** Chains that are broken, histories that lead elsewhere than the snapshot, timers that are no deadlines. */
function* machineFaults(customer: Customer): Generator<string> {
  const histories = historiesOf(customer);
  for (const machineId of histories.keys()) {
    if (!customer.machines.has(machineId)) yield `${machineId} has a history and no snapshot`;
  }
  for (const [machineId, { kind, snapshot, seq, headHash, view }] of customer.machines) {
    const definition = definitions[kind];
    const history = histories.get(machineId) ?? [];
    const broken = verifyChain(history, { seq, headHash });
    if (broken) yield `${kind} ${machineId}: ${JSON.stringify(broken)}`;
    const replayed = canonicalJson(replay(definition, history));
    if (replayed !== canonicalJson(snapshot)) yield `${kind} ${machineId}: replay leads elsewhere`;
    if (canonicalJson(definition.view(snapshot as never)) !== canonicalJson(view)) {
      yield `${kind} ${machineId}: the list columns are others than the snapshot's`;
    }
    const wanted = definition
      .deadlines(snapshot as never)
      .map(({ id, dueAt, event }) => canonicalJson({ id, dueAt, event }));
    const waiting = (customer.timers.get(machineId) ?? []).map(({ timerId: id, dueAt, event }) =>
      canonicalJson({ id, dueAt, event }),
    );
    if (String(wanted.toSorted()) !== String(waiting.toSorted())) {
      yield `${kind} ${machineId}: waits for ${waiting}, not for ${wanted}`;
    }
  }
  for (const { machineId, timerId } of customer.dropped) {
    yield `${machineId} refused its own timer ${timerId}`;
  }
}

/** What counts twice, timers that fired at another instant than theirs, effects that no event caused. */
function* onceFaults({ events, effects, rows }: Customer): Generator<string> {
  const commands = events.map(({ machineId, commandId }) => `${machineId} ${commandId}`);
  const keys = effects.map(({ machineId, seq, n }) => [machineId, seq, n].join("/"));
  const rowIds = rows.map(({ rowId }) => rowId);
  for (const key of repeated(commands)) yield `the command ${key} counts twice`;
  for (const key of repeated(keys)) yield `the effect ${key} is there twice`;
  for (const key of repeated(rowIds)) yield `the row ${key} is there twice`;
  for (const { actor, commandId, at, event } of events) {
    if (actor.kind !== "timer") continue;
    if (!commandId.endsWith(`/${at}`)) yield `the timer ${commandId} fired as if at ${at}`;
    if (tokyoDay(at).toString() !== event.day) yield `${commandId} counts for ${event.day}`;
  }
  const places = new Set(events.map(({ machineId, seq }) => `${machineId}/${seq}`));
  for (const { machineId, seq, n, kind } of effects) {
    if (!places.has(`${machineId}/${seq}`)) yield `no event asked for ${kind} ${machineId}/${seq}`;
    const before = n === 0 || keys.includes([machineId, seq, n - 1].join("/"));
    if (!before) yield `before the effect ${machineId}/${seq}/${n} one is missing`;
  }
}

/** Numbers of contracts and invoices that have a gap or come twice. */
function* numberFaults({ customer, machines }: Customer): Generator<string> {
  const pad = (n: number, width: number) => String(n).padStart(width, "0");
  const all = { contract: [] as string[], invoice: [] as string[] };
  for (const { kind, view } of machines.values()) {
    const { number } = view;
    if ((kind === "contract" || kind === "invoice") && number !== null)
      all[kind].push(String(number));
  }
  const own = pad(customer.number, 6);
  const wanted = {
    contract: (n: number) => `C${own}-${pad(n, 2)}`,
    invoice: (n: number) => `${own}-${pad(n, 4)}`,
  };
  for (const kind of ["contract", "invoice"] as const) {
    const expected = Array.from({ length: customer[`${kind}Counter`] }, (_, n) =>
      wanted[kind](n + 1),
    );
    if (String(all[kind].toSorted()) !== String(expected)) {
      yield `the ${kind}s are numbered ${all[kind].toSorted()}, not ${expected}`;
    }
  }
}

/**
 * Everything that must hold of a customer at any time and does not, in words: replay gives the
 * snapshot, chains are intact, timers are the deadlines, every command and effect counts once, numbers
 * have no gaps, no yen comes or goes.
 */
export function faultsOfCustomer(customer: Customer): string[] {
  return [
    ...machineFaults(customer),
    ...onceFaults(customer),
    ...numberFaults(customer),
    ...moneyFaultsOf(customer),
  ];
}
