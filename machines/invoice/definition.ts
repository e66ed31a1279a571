import type { StateValue } from "xstate";
import { at, dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { policyOn } from "../terms/policy.ts";
import { creditedOf } from "./credit-account.ts";
import { creditOf, creditSince } from "./split.ts";
import { collectionDeadlines } from "./collection.ts";
import { noInvoice, type InvoiceContext, type InvoiceReceipt } from "./context.ts";
import { damagesToDecide } from "./damages-account.ts";
import { earningDeadlines, earningFromVersion1 } from "./earned-fees.ts";
import { invoiceEvents, invoiceSenders } from "./events.ts";
import { invoiceMachine } from "./machine.ts";

/** Version 1 knew one day at most on which money had come; where it knew none, it came in time. */
function receiptsOf(context: Pick<InvoiceContext, "paid" | "paidOn" | "dueDay">): InvoiceReceipt[] {
  const { paid, paidOn, dueDay } = context;
  return paid > 0 ? [{ id: "", valueDay: paidOn ?? dueDay ?? "", amount: paid }] : [];
}

/** Since when an invoice is late that has not noted it: the day after its due day. */
const latenessOf = (value: StateValue, { dueDay }: Readonly<Record<string, unknown>>) => ({
  overdueSince: value === "overdue" ? dayOf(String(dueDay)).add({ days: 1 }).toString() : null,
});

/** The ISO day from which the steps of dunning count: the due day, or the end of a dispute after it. */
export function dunnedFrom({ dueDay, disputeEndedOn }: InvoiceContext): string {
  return [dueDay ?? "", disputeEndedOn ?? ""].toSorted().at(-1) ?? "";
}

/**
 * What an unpaid invoice waits for: the end of its due day, then the reminders (A14.3, policy). Nothing is
 * reminded of while it is disputed.
 */
export function invoiceDeadlines({ value, context }: StoredSnapshot<InvoiceContext>): Deadline[] {
  if (!context.dueDay) return [];
  const due = dayOf(context.dueDay);
  if (value === "issued" || value === "partlyPaid") {
    const dueAt = startOfDayInTokyo(due.add({ days: 1 }));
    return [{ id: "overdue", dueAt, event: { type: "dueDayPassed" }, clause: "A14.3" }];
  }
  if (value !== "overdue" || context.dispute || context.chargebacks.length > 0) return [];
  const from = dayOf(dunnedFrom(context));
  const policy = policyOn(due);
  return Object.entries({ first: policy.firstReminder, second: policy.secondReminder }).flatMap(
    ([name, step]): Deadline[] => {
      const id = `remind/${name}`;
      if (step === null || context.reminded.includes(id)) return [];
      const dueAt = at(from.add({ days: step.daysAfterDue }), policy.reminderHour);
      return [{ id, dueAt, event: { type: "remind", id }, clause: "A14.3" }];
    },
  );
}

/** The invoice for the engine. */
export const invoiceDefinition: Definition<InvoiceContext> = {
  kind: "invoice",
  version: 3,
  migrations: {
    2: ({ context, ...rest }) => ({
      ...rest,
      context: { ...noInvoice, ...context, ...latenessOf(rest.value, context) },
    }),
    1: ({ context, ...rest }) => ({
      ...rest,
      context: {
        ...{ ...noInvoice, ...context, ...earningFromVersion1(context) },
        ...latenessOf(rest.value, context),
        receipts: receiptsOf(context as never),
      },
    }),
  },
  machine: invoiceMachine,
  events: invoiceEvents,
  senders: invoiceSenders,
  draws: { issue: "invoice" },
  deadlines: (snapshot) => [
    ...invoiceDeadlines(snapshot),
    ...collectionDeadlines(snapshot.value, snapshot.context),
    ...earningDeadlines(snapshot.context),
  ],
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
    credited: creditedOf(context),
    credit: creditOf(context),
    creditSince: creditSince(context),
    writtenOff: context.writtenOff?.amount ?? 0,
    ofInvoice: context.ofInvoice,
    approvalId: context.approvalId,
    damagesOpen: damagesToDecide(context)?.amount ?? 0,
    damagesSince: damagesToDecide(context)?.since ?? null,
    disputedOn: context.dispute?.since ?? null,
    chargedBack: context.chargebacks.reduce((sum, { amount }) => sum + amount, 0),
  }),
};
