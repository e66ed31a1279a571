import { at, dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { policyOn } from "../terms/policy.ts";
import type { InvoiceContext } from "./context.ts";
import { invoiceEvents, invoiceSenders } from "./events.ts";
import { invoiceMachine } from "./machine.ts";

/** What an unpaid invoice waits for: the end of its due day, then the reminders (A14.3, policy). */
export function invoiceDeadlines({ value, context }: StoredSnapshot<InvoiceContext>): Deadline[] {
  if (!context.dueDay) return [];
  const due = dayOf(context.dueDay);
  if (value === "issued" || value === "partlyPaid") {
    const dueAt = startOfDayInTokyo(due.add({ days: 1 }));
    return [{ id: "overdue", dueAt, event: { type: "dueDayPassed" }, clause: "A14.3" }];
  }
  if (value !== "overdue") return [];
  const policy = policyOn(due);
  return Object.entries({ first: policy.firstReminder, second: policy.secondReminder }).flatMap(
    ([name, step]): Deadline[] => {
      const id = `remind/${name}`;
      if (step === null || context.reminded.includes(id)) return [];
      const dueAt = at(due.add({ days: step.daysAfterDue }), policy.reminderHour);
      return [{ id, dueAt, event: { type: "remind", id }, clause: "A14.3" }];
    },
  );
}

/** The invoice for the engine. */
export const invoiceDefinition: Definition<InvoiceContext> = {
  kind: "invoice",
  version: 2,
  migrations: {
    1: ({ context, ...rest }) => ({ ...rest, context: { ...context, acceleratedTo: null } }),
  },
  machine: invoiceMachine,
  events: invoiceEvents,
  senders: invoiceSenders,
  draws: { issue: "invoice" },
  deadlines: invoiceDeadlines,
  view: ({ value, context }) => ({
    contractId: context.contractId,
    number: context.number,
    status: String(value),
    reason: context.reason,
    periodStart: context.periodStart,
    periodEnd: context.periodEnd,
    issueDay: context.issueDay,
    dueDay: context.dueDay,
    lines: context.lines,
    taxes: context.taxes,
    subtotal: context.subtotal,
    tax: context.tax,
    total: context.total,
    paid: context.paid,
  }),
};
