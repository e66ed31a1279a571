import type { Account } from "../engine/outgoing.ts";
import { sumYen } from "../money.ts";
import { closeOthers, mailOf, tellContract } from "./actions.ts";
import { base } from "./base.ts";
import { outstanding, type InvoiceContext } from "./context.ts";
import { corrected } from "./correction.ts";
import { book, incomes, movedBetween, postingsOf } from "./postings.ts";
import { creditOf } from "./split.ts";
import type { InvoiceEvent } from "./events.ts";

type Credited = Extract<InvoiceEvent, { type: "credited" }>;

/** From which accounts the net amount of a credit is taken, and what the invoice earns after it. */
function takenFrom(
  context: InvoiceContext,
  { cause, net }: Credited,
): { from: Partial<Record<Account, number>>; after: Partial<InvoiceContext> } {
  const income = incomes[context.reason];
  if (income !== "deferredRevenue") return { from: { [income]: net }, after: {} };
  if (cause === "unearned") {
    return { from: { deferredRevenue: net }, after: { unearned: context.unearned - net } };
  }
  const { fromRevenue, fromDeferred, after } = corrected(context, net);
  return { from: { deferredRevenue: fromDeferred, revenue: fromRevenue }, after };
}

/**
 * Takes a credit note in: what is owed is less first, the rest is the customer's credit. Deferred revenue, or revenue
 * where it was earned, and the tax on it are booked back on the day of the credit note.
 */
const credit = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "credited") return;
  const { creditNoteId, noteNumber: number, day, cause, taxes, net, tax, total } = event;
  const { from, after } = takenFrom(context, event);
  const added = { creditNoteId, number, day, cause, taxes, net, tax, total };
  const credits = [...context.credits, added];
  const moved = movedBetween(context, { ...context, credits });
  // Late damages that are credited take from the account to which what is paid on top goes.
  const damages = (moved.damages ?? 0) + (from.damages ?? 0);
  const postings = postingsOf({ ...from, taxPayable: tax, ...moved, damages });
  const row = { table: "ledger" as const, kind: "invoiceCredited", day, postings };
  enqueue({ type: "row", params: row });
  enqueue.assign({ ...after, credits });
});

/** Tells the customer what is credited, by which clause, and what becomes of it. */
const mailCredit = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "credited") return;
  const { creditNoteId, noteNumber: number, cause, net, tax, total } = event;
  const facts = {
    ...{ number, cause, net, tax, total, invoiceNumber: context.number },
    ...{ owed: outstanding(context), credit: creditOf(context) },
  };
  enqueue(mailOf("credit-note-issued", { creditNoteId, facts }));
});

const credited = [credit, closeOthers, mailCredit] as const;
const settledByCredit = [
  ...[credit, closeOthers, mailCredit],
  base.assign({ paidOn: ({ event }) => event.day }),
  tellContract("invoiceSettled"),
] as const;

const meta = { clause: "A12.2" } as const;

/** A credit note about an invoice that is owed, and about one that is settled. */
export const credits = {
  issued: {
    credited: [
      { guard: "creditsAll", target: "void", meta, actions: settledByCredit },
      { guard: "isCreditable", meta, actions: credited },
    ],
  },
  owed: {
    credited: [
      { guard: "creditsAll", target: "void", meta, actions: settledByCredit },
      { guard: "creditSettles", target: "paid", meta, actions: settledByCredit },
      { guard: "isCreditable", meta, actions: credited },
    ],
  },
  settled: {
    credited: [
      { guard: "creditsAll", target: "void", meta, actions: credited },
      { guard: "isCreditable", meta, actions: credited },
    ],
  },
} as const;

const setOffMeta = { clause: "A14.4" } as const;

/** Each debt is told its part; one that can't take it refuses the whole. */
const tellDebts = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "declareSetOff") return;
  const { setOffId, debts } = event;
  for (const { invoiceId: machineId, amount, valueDay } of debts) {
    const part = { type: "setOffReceived", setOffId, amount, valueDay };
    const tell = { kind: "invoice" as const, machineId, event: part, required: true as const };
    enqueue({ type: "tell", params: tell });
  }
  const facts = {
    ...{ number: context.number, amount: sumYen(debts.map(({ amount }) => amount)) },
    ...{
      debts: debts.map(({ number, amount }) => ({ number, amount })),
      credit: creditOf(context),
    },
  };
  enqueue(mailOf("set-off-declared", { facts }));
});

/** Customer's credit that pays other invoices, is paid back, or comes back from there. */
export const givenAway = {
  declareSetOff: { guard: "isSetOff", meta: setOffMeta, actions: [book, tellDebts] },
  creditPaidBack: { guard: "isPaidBack", meta, actions: book },
  creditReturned: { guard: "wasPaidBack", meta, actions: book },
} as const;

const settledBySetOff = [
  ...[book, closeOthers],
  base.assign({
    paidOn: ({ event }) => (event.type === "setOffReceived" ? event.valueDay : null),
  }),
  tellContract("invoiceSettled"),
] as const;

const toPaid = {
  guard: "setOffSettles",
  target: "paid",
  meta: setOffMeta,
  actions: settledBySetOff,
} as const;
const inPart = { guard: "setOffFits", meta: setOffMeta, actions: [book, closeOthers] } as const;

/** A part of a credit pays the invoice. */
export const setOff = {
  issued: { setOffReceived: [toPaid, { ...inPart, target: "partlyPaid" }] },
  owed: { setOffReceived: [toPaid, inPart] },
} as const;

const backAsPayment = [book, closeOthers] as const;
const settledAgain = {
  guard: "creditCoversAgain",
  target: "paid",
  meta,
  actions: [
    ...backAsPayment,
    base.assign({ paidOn: ({ event }) => event.day }),
    tellContract("invoiceSettled"),
  ],
} as const;
const backInPart = { guard: "wasPaidBack", meta, actions: backAsPayment } as const;

/** A credit that could not be paid back, where the invoice asks for money by now: it pays that first. */
export const creditBack = {
  issued: { creditReturned: [settledAgain, { ...backInPart, target: "partlyPaid" }] },
  owed: { creditReturned: [settledAgain, backInPart] },
} as const;

const writeOffNow = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "writeOff") return;
  const { amount, approvalId, day } = event;
  const writtenOff = { amount, day, approvalId };
  const postings = postingsOf(movedBetween(context, { ...context, writtenOff }));
  enqueue({ type: "row", params: { table: "ledger", kind: "writtenOff", day, postings } });
  enqueue.assign({ writtenOff });
});

/**
 * Nobody is asked for it any more (貸倒れ), and the contract is told that it is settled, so that its wind-down can end.
 * Money that still comes is taken and lessens what was written off.
 */
export const writeOff = {
  guard: "isLost",
  target: "writtenOff",
  meta,
  actions: [writeOffNow, closeOthers, tellContract("invoiceSettled")],
} as const;
