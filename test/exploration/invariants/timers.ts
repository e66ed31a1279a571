import { at, dayOf } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { restore } from "#machines/engine/decide.ts";
import type { AnyDefinition, StoredSnapshot } from "#machines/engine/definition.ts";
import type { Timer } from "#machines/engine/due.ts";
import { stamped } from "#test/helpers/given.ts";
import { nextDay } from "#test/helpers/day-by-day.ts";
import { isLive, type Facts, type Live } from "./facts.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";

const midnightAfter = (day: string) => at(dayOf(nextDay(day)), 0);

/** The instant at which something must happen to a contract at the latest, or null where nothing must. */
function latestOf({ state, context }: Live<ContractContext>): string | null {
  const ends = context.ends.map(({ endDay }) => midnightAfter(endDay));
  if (state === "active" && context.term) ends.push(midnightAfter(context.term.end));
  if (state === "preparing" && context.start) ends.push(at(dayOf(context.start), 0));
  return isLive(state) ? (ends.toSorted()[0] ?? null) : null;
}

function* contractFaults(contract: Live<ContractContext>): Generator<string> {
  const { timers, state, regions, context } = contract;
  const latest = latestOf(contract);
  // Reminders lead nowhere.
  const leading = timers.filter(({ event }) => !event.type.startsWith("remind"));
  const next = leading.map(({ dueAt }) => dueAt).toSorted()[0];
  if (latest && (!next || next > latest)) {
    yield `it is ${state} and waits for nothing, though something happens at ${latest}`;
  }
  if (!isLive(state) && leading.length > 0)
    yield `it is ${state} and waits for ${leading[0]?.timerId}`;
  // Data that are there yet are announced to be erased; nothing else is left to remind of.
  const last = timers.filter(({ event }) => event.type === "remindExport").length;
  if (last > 0 && regions["data"] !== "stored")
    yield "erased data are still announced to be erased";
  if (!isLive(state) && timers.length > leading.length + last) yield `it is ${state} and reminds`;
  const end = timers.find(({ timerId }) => timerId === "end");
  const first = context.ends.map(({ endDay }) => endDay).toSorted()[0];
  if (end && (!first || end.dueAt !== midnightAfter(first))) {
    yield `it waits for its end at ${end.dueAt}, its earliest end is ${first}`;
  }
}

function* otherFaults({ invoices, options, cases }: Facts): Generator<string> {
  for (const { state, timers, context } of invoices) {
    const overdue = timers.find(({ timerId }) => timerId === "overdue");
    const isOwed = state === "issued" || state === "partlyPaid";
    if (isOwed !== (overdue !== undefined)) yield `an invoice is ${state}, overdue: ${!!overdue}`;
    if (overdue && overdue.dueAt !== midnightAfter(context.dueDay ?? "")) {
      yield `an invoice is due on ${context.dueDay} and overdue at ${overdue.dueAt}`;
    }
    const isEarning = timers.some(({ timerId }) => timerId === "earn");
    if (isEarning !== context.fees.some(({ by }) => by === "month")) {
      yield `an invoice earns ${context.fees.length} fees and waits for a month's end: ${isEarning}`;
    }
    if (!isOwedIn(state) && timers.length > Number(isEarning)) yield "a paid invoice waits";
  }
  for (const { state, timers, context } of options) {
    const first = context.ends.map(({ endDay }) => endDay).toSorted()[0];
    const expected = state === "ended" || !first ? null : midnightAfter(first);
    if ((timers[0]?.dueAt ?? null) !== expected || timers.length > 1) {
      yield `an option is ${state} and waits until ${timers[0]?.dueAt}, not ${expected}`;
    }
  }
  for (const { state, timers } of cases) {
    if ((state === "demanded") !== timers.length > 0)
      yield `a case is ${state} with a timer or none`;
  }
}

const accepted = new WeakMap<StoredSnapshot, string[]>();

/** Timers whose machines would not take their event when it is due. Worked out once for a snapshot. */
function refusedTimers(
  definition: AnyDefinition,
  snapshot: StoredSnapshot,
  timers: readonly Timer[],
): string[] {
  const known = accepted.get(snapshot);
  if (known) return known;
  const { machine } = definition;
  const restored = restore(machine, snapshot);
  const refused = timers
    .filter(({ machineId, dueAt, event }) => {
      const then = { ...stamped(dueAt, event), machineId };
      return (machine.getTransitionData(restored as never, then as never) ?? []).length === 0;
    })
    .map(({ timerId }) => `its state takes no ${timerId}, for which it waits`);
  accepted.set(snapshot, refused);
  return refused;
}

/** Timers that no state wants, and states that wait for nothing though something must happen, in words. */
export function timerFaults(
  facts: Facts,
  definition: (kind: Timer["kind"]) => AnyDefinition,
): string[] {
  const { part, isSwept, now } = facts;
  const faults = facts.contracts.flatMap((contract) => [...contractFaults(contract)]);
  faults.push(...otherFaults(facts));
  for (const { timerId } of part.dropped) faults.push(`its own timer ${timerId} was refused`);
  for (const [machineId, timers] of part.timers) {
    const machine = part.machines.get(machineId);
    if (!machine || timers.length === 0) continue;
    faults.push(...refusedTimers(definition(machine.kind), machine.snapshot, timers));
    if (!isSwept) continue;
    const late = timers.filter(({ dueAt }) => Date.parse(dueAt) + 30_000 <= Date.parse(now));
    for (const { timerId, dueAt } of late) faults.push(`${timerId} of ${dueAt} did not fire`);
  }
  return faults;
}
