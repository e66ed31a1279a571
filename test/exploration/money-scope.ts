import { moneyFaultsOf } from "#test/properties/money-invariants.ts";
import type { Facts } from "./invariants/facts.ts";
import { serviceFaults } from "./invariants/service.ts";
import { timerFaults } from "./invariants/timers.ts";
import { moneyMovesAt } from "./money-moves.ts";
import type { Place } from "./place.ts";
import type { Scope } from "./scope.ts";
import { machineKey, placeKey } from "./state-key.ts";

/** Machines that say what was asked or agreed and wait for nothing. */
const settled = new Set(["approval", "creditNote"]);

function keyOf(place: Place): string {
  const { machines, timers } = place.facts.part;
  const keys = [...machines]
    .filter(([, { kind }]) => !settled.has(kind))
    .map(([machineId, { snapshot }]) => machineKey(snapshot, timers.get(machineId) ?? []));
  return placeKey(place, keys);
}

/** Money that has come in does not vanish, and no step of dunning is said twice. */
function* stepFaults(before: Facts, after: Facts): Generator<string> {
  const old = new Map(before.invoices.map((invoice) => [invoice.machineId, invoice.context]));
  for (const { machineId, context } of after.invoices) {
    const earlier = old.get(machineId);
    if (earlier && context.total !== earlier.total) yield "an invoice was rewritten";
    if (earlier?.reminded.some((id, n) => context.reminded[n] !== id)) {
      yield "a reminder is forgotten";
    }
    if (new Set(context.reminded).size < context.reminded.length) yield "a reminder comes twice";
  }
  const isKept = before.part.events.every((event, n) => after.part.events[n] === event);
  if (!isKept) yield "what has happened is gone";
}

/** No reminder goes out before its turn, while the invoice is disputed or once nothing is owed. */
function* dunningFaults({ invoices, part }: Facts): Generator<string> {
  for (const { context, state, timers } of invoices) {
    const expected = ["remind/first", "remind/second"].slice(0, context.reminded.length);
    if (String(context.reminded) !== String(expected)) yield `reminded of ${context.reminded}`;
    const isDisputed = context.dispute !== null || context.chargebacks.length > 0;
    const waiting = timers.filter(({ event }) => event.type === "remind");
    if (waiting.length > 0 && (state !== "overdue" || isDisputed)) {
      yield `it is ${state}, disputed: ${isDisputed}, and will be reminded of`;
    }
    const wanted = state === "overdue" && !isDisputed ? 2 - context.reminded.length : 0;
    if (waiting.length !== wanted) yield `${waiting.length} reminders wait, not ${wanted}`;
  }
  const mails = part.effects.filter(({ params }) => params["template"] === "payment-reminder");
  const said = invoices.flatMap(({ context }) => context.reminded);
  if (mails.length !== said.length) yield `${mails.length} reminders for ${said.length} steps`;
}

/**
 * The money of a contract: its invoices, payments by card and by transfer in parts, in full and too much, matches
 * undone, reminders, refunds, disputes, credits and write-off, with suspension and cancellation beside them.
 */
export const moneyScope: Scope = {
  movesAt: moneyMovesAt,
  keyOf,
  passing: new Set(["remindRenewal", "earn"]),
  stateFaults: (facts, definition) => [
    ...serviceFaults(facts),
    ...timerFaults(facts, definition),
    ...dunningFaults(facts),
    ...moneyFaultsOf(facts.part),
  ],
  stepFaults: (before, after) => [...stepFaults(before, after)],
};
