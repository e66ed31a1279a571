import { dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { renewalFixedAt, renewalReminders } from "../terms/a10-term.ts";
import { exportReminder } from "../terms/a18-erasure.ts";
import { policyOn } from "../terms/policy.ts";
import type { ContractContext } from "./context.ts";
import { earliestEnd } from "./ends.ts";

/** The instant at which a day is over in Tokyo (24:00). */
const endOf = (day: string) => startOfDayInTokyo(dayOf(day).add({ days: 1 }));

function endDeadline(context: ContractContext): Deadline[] {
  const end = earliestEnd(context);
  if (!end) return [];
  const event = { type: "endReached" };
  return [{ id: "end", dueAt: endOf(end.endDay), event, clause: end.clause }];
}

type Term = NonNullable<ContractContext["term"]>;

/** What a term's renewal waits for, whatever has happened so far. */
function workOutRenewal(term: Term): { renew: Deadline; beforeFixed: Deadline[] } {
  const end = dayOf(term.end);
  const reminders = renewalReminders(end, policyOn(dayOf(term.start))).map(
    ({ to, daysBefore, at }): Deadline => {
      const id = `remind/${to}/${daysBefore}`;
      return { id, dueAt: at, event: { type: "remindRenewal", id, to }, clause: "A10.2" };
    },
  );
  const fix: Deadline = {
    id: "fixRenewal",
    dueAt: renewalFixedAt(end),
    event: { type: "fixRenewal" },
    clause: "A10.2",
  };
  const renew: Deadline = {
    id: "renew",
    dueAt: endOf(term.end),
    event: { type: "renew" },
    clause: "A10.2",
  };
  return { renew, beforeFixed: [...reminders, fix] };
}

/**
 * The renewals of terms met so far, by their days: working one out is most of what a sweep of reminders
 * costs, and the contracts of one day share it.
 */
const renewals = new Map<string, ReturnType<typeof workOutRenewal>>();
const mostRenewals = 2000;

function renewalOf(term: Term): ReturnType<typeof workOutRenewal> {
  const key = `${term.start}/${term.end}`;
  const known = renewals.get(key);
  if (known) return known;
  if (renewals.size >= mostRenewals) renewals.clear();
  const renewal = workOutRenewal(term);
  renewals.set(key, renewal);
  return renewal;
}

/**
 * What a term waits for. Where an end was taken back late, reminders of the time before are past, and the
 * renewal that could not be fixed then is fixed at once.
 */
function renewalDeadlines(
  { term, reminded, resumedAt }: ContractContext,
  fixed: boolean,
): Deadline[] {
  if (!term) return [];
  const { renew, beforeFixed } = renewalOf(term);
  if (fixed) return [renew];
  const waiting = beforeFixed.filter(({ id }) => !reminded.includes(id));
  if (resumedAt === null) return waiting;
  return waiting
    .filter(({ id, dueAt }) => id === "fixRenewal" || dueAt > resumedAt)
    .map((deadline) => (deadline.dueAt < resumedAt ? { ...deadline, dueAt: resumedAt } : deadline));
}

/** Names the reminder of an ended contract among those that have gone out. */
export const exportReminderId = "remind/export";

/** What an ended contract waits for: while there is data, the reminder to save it (A14.6). */
function windDownDeadlines({ ended, reminded }: ContractContext): Deadline[] {
  if (!ended || reminded.includes(exportReminderId)) return [];
  const end = dayOf(ended.day);
  const { at: dueAt } = exportReminder(end, policyOn(end));
  return [{ id: exportReminderId, dueAt, event: { type: "remindExport" }, clause: "A14.6" }];
}

/** What a contract waits for, in its present state. */
export function contractDeadlines({ value, context }: StoredSnapshot<ContractContext>): Deadline[] {
  if (typeof value === "string") {
    if (value !== "preparing" || !context.start) return [];
    const dueAt = startOfDayInTokyo(dayOf(context.start));
    const start: Deadline = { id: "start", dueAt, event: { type: "startReached" }, clause: "A5.5" };
    const end = endDeadline(context);
    return end[0] && end[0].dueAt <= dueAt ? end : [start, ...end];
  }
  if ("accepted" in value) return endDeadline(context);
  if ("ended" in value) {
    const { data } = value["ended"] as { data: string };
    return data === "stored" ? windDownDeadlines(context) : [];
  }
  if (!("active" in value) || !context.term) return [];
  const active = value["active"] as { term: string };
  const end = earliestEnd(context);
  const endsWithinTerm = end !== null && end.endDay <= context.term.end;
  if (endsWithinTerm) return endDeadline(context);
  return [...renewalDeadlines(context, active.term === "renewalFixed"), ...endDeadline(context)];
}
