import { dayOf } from "../calendar.ts";
import { termAfter, termFrom } from "../terms/a10-term.ts";
import { unpaidFeesDueDay } from "../terms/a17-cancellation.ts";
import { policyOn } from "../terms/policy.ts";
import { base } from "./base.ts";
import { earliestEnd } from "./context.ts";
import { invoiceIdOf, issueInvoice } from "./fees.ts";
import { contractMailFacts } from "./mail-facts.ts";
import { noticedEnd } from "./notice.ts";

type MailTemplate =
  | "order-received"
  | "order-withdrawn"
  | "order-accepted"
  | "order-rejected"
  | "start-date-proposed"
  | "start-date-fixed"
  | "service-started"
  | "renewal-reminder"
  | "renewed"
  | "cancellation-received"
  | "contract-ended";

/** A mail about this contract; the runner finds the recipients by the ids. */
export const mail = (template: MailTemplate) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { contractId } = context;
    const to = event.type === "remindRenewal" ? event.to : "customer";
    const facts = contractMailFacts(context);
    const params = { template, to, contractId, at: event.at, day: event.day, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });

export const open = base.assign({ contractId: ({ event }) => event.machineId });

export const takeOrder = base.assign(({ event }) => {
  if (event.type !== "submit") return {};
  const { basic, options, quoteId, termsVersion, wishedStart, number } = event;
  return { basic, options, quoteId, termsVersion, wishedStart, number: number ?? null };
});

/** Brings the ordered options to life. */
export const requestOptions = base.enqueueActions(({ context, enqueue }) => {
  for (const { optionId, ...sold } of context.options) {
    const event = { type: "request", contractId: context.contractId, ...sold };
    const tell = { kind: "option" as const, machineId: optionId, event, required: true as const };
    enqueue({ type: "tell", params: tell });
  }
});

export const tellOptions = (type: "withdraw" | "accept" | "reject" | "provision" | "start") =>
  base.enqueueActions(({ context, enqueue }) => {
    for (const { optionId } of context.options) {
      enqueue({ type: "tell", params: { kind: "option", machineId: optionId, event: { type } } });
    }
  });

export const noteMaintenance = base.assign({ maintenanceVerifiedOn: ({ event }) => event.day });

export const noteRejection = base.assign({
  rejectionReason: ({ event }) => (event.type === "reject" ? event.reason : null),
});

export const fixWishedStart = base.assign(({ context }) => {
  return { start: context.wishedStart, proposedStart: null };
});
export const fixProposedStart = base.assign({ start: ({ context }) => context.proposedStart });
export const dropProposal = base.assign({ proposedStart: null });
export const proposeStart = base.assign({
  proposedStart: ({ event }) => (event.type === "setStart" ? event.startDay : null),
});

/** The first term begins on the start day, each further one after the last (A10.1, A10.2). */
export const beginTerm = base.assign(({ context }) => {
  const next = context.term
    ? termAfter(dayOf(context.term.end))
    : termFrom(dayOf(context.start ?? ""));
  const term = { start: next.start.toString(), end: next.end.toString() };
  const invoiceId = invoiceIdOf(context.contractId, term.start);
  return { term, reminded: [], openInvoices: [...context.openInvoices, invoiceId] };
});

export const invoiceTerm = base.enqueueActions(({ context, event, enqueue }) => {
  if (!context.term) return;
  enqueue({ type: "tell", params: issueInvoice(context, context.term, event.day) });
});

export const noteReminder = base.assign({
  reminded: ({ context, event }) =>
    event.type === "remindRenewal" ? [...context.reminded, event.id] : context.reminded,
});

export const noteSuspension = base.assign({
  suspensions: ({ context, event }) =>
    event.type === "suspend"
      ? [...new Set([...context.suspensions, event.cause])]
      : context.suspensions,
});

export const noteLifting = base.assign({
  suspensions: ({ context, event }) =>
    context.suspensions.filter((cause) => event.type !== "lift" || cause !== event.cause),
});

export const noteOverdue = base.assign({
  overdueInvoices: ({ context, event }) =>
    event.type === "invoiceOverdue"
      ? [...context.overdueInvoices, event.invoiceId]
      : context.overdueInvoices,
});

/** Once nothing overdue is unpaid, non-payment is no cause for a suspension any more. */
export const settleInvoice = base.assign(({ context, event }) => {
  if (event.type !== "invoiceSettled") return {};
  const others = (ids: string[]) => ids.filter((id) => id !== event.invoiceId);
  const overdueInvoices = others(context.overdueInvoices);
  const suspensions = context.suspensions.filter(
    (cause) => cause !== "nonPayment" || overdueInvoices.length > 0,
  );
  return { openInvoices: others(context.openInvoices), overdueInvoices, suspensions };
});

export const noteEnd = base.assign(({ context, event }) =>
  event.type === "cancel" ? { ends: [...context.ends, noticedEnd(context, event)] } : {},
);

export const recordEnd = base.assign(({ context }) => {
  const end = earliestEnd(context);
  if (!end) return {};
  const { endDay: day, cause, by, clause } = end;
  return { ended: { day, cause, by, clause } };
});

/** The options end with the contract, on the same day. */
export const endOptions = base.enqueueActions(({ context, event, enqueue }) => {
  const endDay = context.ended?.day ?? event.day;
  for (const { optionId } of context.options) {
    const tell = { kind: "option" as const, machineId: optionId, event: { type: "end", endDay } };
    enqueue({ type: "tell", params: tell });
  }
});

/** Unpaid fees fall due in one sum after the end (A17.2); a due day never moves later. */
export const limitDueDays = base.enqueueActions(({ context, event, enqueue }) => {
  const end = dayOf(context.ended?.day ?? event.day);
  const dueDay = unpaidFeesDueDay(end, policyOn(end).dueDateRule).day.toString();
  for (const machineId of context.openInvoices) {
    const tell = { kind: "invoice" as const, machineId, event: { type: "limitDueDay", dueDay } };
    enqueue({ type: "tell", params: tell });
  }
});
