import { dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { renewalFixedAt, renewalReminders } from "../terms/a10-term.ts";
import { policyOn } from "../terms/policy.ts";
import { earliestEnd, type ContractContext } from "./context.ts";

/** The instant at which a day is over in Tokyo (24:00). */
const endOf = (day: string) => startOfDayInTokyo(dayOf(day).add({ days: 1 }));

function endDeadline(context: ContractContext): Deadline[] {
  const end = earliestEnd(context);
  if (!end) return [];
  const event = { type: "endReached" };
  return [{ id: "end", dueAt: endOf(end.endDay), event, clause: end.clause }];
}

function renewalDeadlines(context: ContractContext, fixed: boolean): Deadline[] {
  const { term } = context;
  if (!term) return [];
  const end = dayOf(term.end);
  const renew: Deadline = {
    id: "renew",
    dueAt: endOf(term.end),
    event: { type: "renew" },
    clause: "A10.2",
  };
  if (fixed) return [renew];
  const reminders = renewalReminders(end, policyOn(dayOf(term.start)))
    .map(({ to, daysBefore, at }) => ({ to, id: `remind/${to}/${daysBefore}`, dueAt: at }))
    .filter(({ id }) => !context.reminded.includes(id))
    .map(({ to, id, dueAt }): Deadline => {
      return { id, dueAt, event: { type: "remindRenewal", id, to }, clause: "A10.2" };
    });
  const fix: Deadline = {
    id: "fixRenewal",
    dueAt: renewalFixedAt(end),
    event: { type: "fixRenewal" },
    clause: "A10.2",
  };
  return [...reminders, fix];
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
  if (!("active" in value) || !context.term) return [];
  const active = value["active"] as { term: string };
  const end = earliestEnd(context);
  const endsWithinTerm = end !== null && end.endDay <= context.term.end;
  if (endsWithinTerm) return endDeadline(context);
  return [...renewalDeadlines(context, active.term === "renewalFixed"), ...endDeadline(context)];
}
