import { dayOf } from "../calendar.ts";
import { taxRateOn } from "../money/tax.ts";
import { base } from "./base.ts";
import { chargedPeriods } from "./charged.ts";
import { earningOfTerm } from "./earning.ts";
import { exportReminderId } from "./deadlines.ts";
import { invoiceIdOf, issueInvoice } from "./fees.ts";
import { nextTerm, plannedTerm } from "./planned-term.ts";

export const open = base.assign({ contractId: ({ event }) => event.machineId });

export const takeOrder = base.assign(({ event }) => {
  if (event.type !== "submit") return {};
  const { basic, options, quoteId, termsVersion, wishedStart, number } = event;
  return { basic, options, quoteId, termsVersion, wishedStart, number: number ?? null };
});

/** Brings the ordered options to life. */
export const requestOptions = base.enqueueActions(({ context, enqueue }) => {
  for (const { optionId, ...sold } of context.options) {
    const event = { type: "request", contractId: context.contractId, isAddition: false, ...sold };
    const tell = { kind: "option" as const, machineId: optionId, event, required: true as const };
    enqueue({ type: "tell", params: tell });
  }
});

export const tellOptions = (type: "withdraw" | "accept" | "reject" | "provision") =>
  base.enqueueActions(({ context, enqueue }) => {
    for (const { optionId } of context.options) {
      enqueue({ type: "tell", params: { kind: "option", machineId: optionId, event: { type } } });
    }
  });

/** The options' terms are the contract's. */
const tellTerm = (type: "start" | "termBegun") =>
  base.enqueueActions(({ context, enqueue }) => {
    for (const { optionId } of context.options) {
      const event = { type, term: context.term };
      enqueue({ type: "tell", params: { kind: "option", machineId: optionId, event } });
    }
  });
export const startOptions = tellTerm("start");
export const renewOptions = tellTerm("termBegun");

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

/**
 * The first term begins on the start day, each further one after the last (A10.1, A10.2); one that a
 * discontinuation cuts short is charged by its days (A20).
 */
export const beginTerm = base.assign(({ context }) => {
  const next = nextTerm(context);
  if (!next) return {};
  const { start, end } = next;
  return {
    term: { start, end },
    charged: chargedPeriods(context, next, taxRateOn(dayOf(start))),
    earning: earningOfTerm(context, next),
    ...{ reminded: [], resumedAt: null },
    openInvoices: [...context.openInvoices, invoiceIdOf(context.contractId, start)],
  };
});

export const invoiceTerm = base.enqueueActions(({ context, event, enqueue }) => {
  if (!context.term) return;
  const term = plannedTerm(context, dayOf(context.term.start));
  enqueue({ type: "tell", params: issueInvoice(context, term, event.day) });
});

export const noteReminder = base.assign({
  reminded: ({ context, event }) =>
    event.type === "remindRenewal" ? [...context.reminded, event.id] : context.reminded,
});

export const noteOverdue = base.assign({
  overdueInvoices: ({ context, event }) =>
    event.type === "invoiceOverdue"
      ? [...new Set([...context.overdueInvoices, event.invoiceId])]
      : context.overdueInvoices,
});

export const noteExportReminder = base.assign({
  reminded: ({ context: { reminded } }) =>
    reminded.includes(exportReminderId) ? reminded : [...reminded, exportReminderId],
});

export const noteErasure = base.assign(({ event }) =>
  event.type === "dataErased" ? { erasure: { day: event.day, stores: event.stores } } : {},
);

/** When something was settled after the end: the last of it closes the contract. */
export const noteSettling = base.assign({ settledAt: ({ event }) => event.at });

/** Once nothing overdue is unpaid, non-payment is no cause for a suspension any more. */
export const settleInvoice = base.assign(({ context, event }) => {
  if (event.type !== "invoiceSettled") return {};
  const others = (ids: string[]) => ids.filter((id) => id !== event.invoiceId);
  const overdueInvoices = others(context.overdueInvoices);
  const suspensions = context.suspensions.filter(
    ({ kind }) => kind !== "nonPayment" || overdueInvoices.length > 0,
  );
  return { openInvoices: others(context.openInvoices), overdueInvoices, suspensions };
});

export const reopenInvoice = base.assign({
  openInvoices: ({ context, event }) =>
    event.type === "invoiceReopened"
      ? [...context.openInvoices, event.invoiceId]
      : context.openInvoices,
});
