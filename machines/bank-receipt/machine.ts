import { setup } from "xstate";
import { outgoing, type Posting, type Stamp } from "../engine/outgoing.ts";
import type { BankReceiptEvent } from "./events.ts";

export interface BankReceiptContext {
  receiptId: string;
  /** Yen that came in. */
  amount: number;
  valueDay: string;
  allocations: { invoiceId: string; amount: number; fee: number }[];
  /** Yen that no invoice was named for: the customer's credit. */
  credit: number;
}

const sumOf = (parts: readonly { amount: number }[]) =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

const base = setup({
  types: { context: {} as BankReceiptContext, events: {} as BankReceiptEvent & Stamp },
  actions: outgoing,
  guards: {
    isEnough: ({ event }) => event.type === "apply" && sumOf(event.allocations) <= event.amount,
  },
});

const note = base.assign(({ event }) => {
  if (event.type !== "apply") return {};
  const { receiptId, amount, valueDay, allocations } = event;
  return { receiptId, amount, valueDay, allocations, credit: amount - sumOf(allocations) };
});

/** Each invoice books its own part; one that can't take it refuses the whole. */
const tellInvoices = (type: "transferReceived" | "transferReversed") =>
  base.enqueueActions(({ context, event, enqueue }) => {
    for (const { invoiceId, amount, fee } of context.allocations) {
      const part = { type, receiptId: event.machineId, amount, fee };
      const told = type === "transferReceived" ? { ...part, valueDay: context.valueDay } : part;
      enqueue({
        type: "tell",
        params: { kind: "invoice", machineId: invoiceId, event: told, required: true },
      });
    }
  });

/** What is left over is the customer's credit (預り金) until it is paid back or set off. */
const bookCredit = (kind: "transferCredited" | "transferCreditReversed") =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { credit, valueDay } = context;
    if (credit === 0) return;
    const isBack = kind === "transferCreditReversed";
    const [from, to] = isBack
      ? (["credits", "unappliedReceipts"] as const)
      : (["unappliedReceipts", "credits"] as const);
    const postings: Posting[] = [
      { account: from, debit: credit, credit: 0 },
      { account: to, debit: 0, credit },
    ];
    const day = isBack ? event.day : valueDay;
    enqueue({ type: "row", params: { table: "ledger", kind, day, postings } });
  });

/**
 * Money that came by bank transfer (振込入金) as it was matched to a customer: to invoices, and what is
 * left to the customer's credit. A wrong match is reversed; the next one is a machine of its own.
 */
export const bankReceiptMachine = base.createMachine({
  id: "bankReceipt",
  context: { receiptId: "", amount: 0, valueDay: "", allocations: [], credit: 0 },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        apply: {
          guard: "isEnough",
          target: "applied",
          meta: { clause: "A12.2" },
          actions: [note, bookCredit("transferCredited"), tellInvoices("transferReceived")],
        },
      },
    },
    applied: {
      on: {
        reverse: {
          target: "reversed",
          meta: { clause: "A12.2" },
          actions: [bookCredit("transferCreditReversed"), tellInvoices("transferReversed")],
        },
      },
    },
    reversed: { type: "final" },
  },
});
