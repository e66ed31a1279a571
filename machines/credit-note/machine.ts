import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import type { CreditCause } from "../invoice/credit-account.ts";
import type { Clause } from "../terms/articles.ts";
import type { CreditNoteEvent } from "./events.ts";

/** One line of a credit note, in yen without tax. */
export interface CreditLine {
  nameJa: string;
  nameEn: string;
  amount: number;
  ratePercent: number;
}

/** What a credit note says. Amounts are yen, days ISO. */
export interface CreditNoteContext {
  number: string | null;
  issueDay: string | null;
  invoiceId: string;
  contractId: string;
  invoiceNumber: string;
  invoiceDay: string;
  cause: CreditCause;
  clause: Clause | null;
  reason: string | null;
  approvalId: string | null;
  lines: CreditLine[];
  taxes: { ratePercent: number; taxable: number; tax: number }[];
  net: number;
  tax: number;
  total: number;
}

const blank: CreditNoteContext = {
  ...{ number: null, issueDay: null, invoiceId: "", contractId: "", invoiceNumber: "" },
  ...{ invoiceDay: "", cause: "correction", clause: null, reason: null, approvalId: null },
  ...{ lines: [], taxes: [], net: 0, tax: 0, total: 0 },
};

const base = setup({
  types: { context: {} as CreditNoteContext, events: {} as CreditNoteEvent & Stamp },
  actions: outgoing,
  guards: {
    /** The lines come to the sums, rate by rate. */
    addsUp: ({ event: { lines, taxes, net, tax, total } }) => {
      const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0);
      const isOfLines = taxes.every(({ ratePercent, taxable }) => {
        const own = lines.filter((line) => line.ratePercent === ratePercent);
        return sumOf(own.map(({ amount }) => amount)) === taxable;
      });
      return (
        isOfLines &&
        sumOf(lines.map(({ amount }) => amount)) === net &&
        sumOf(taxes.map((one) => one.tax)) === tax &&
        net + tax === total
      );
    },
  },
});

const note = base.assign(({ event }) => {
  const { type: _type, at: _at, day, machineId: _id, number, ...said } = event;
  return { ...said, number: number ?? null, issueDay: day };
});

/** The invoice says whether so much of it can be credited; else there is no credit note. */
const tellInvoice = base.enqueueActions(({ event, enqueue }) => {
  const { machineId: creditNoteId, number: noteNumber = "", cause, taxes, net, tax, total } = event;
  const amounts = { taxes, net, tax, total };
  const credited = { type: "credited", creditNoteId, noteNumber, cause, ...amounts };
  const tell = { kind: "invoice" as const, machineId: event.invoiceId, event: credited };
  enqueue({ type: "tell", params: { ...tell, required: true } });
});

/**
 * A credit note (適格返還請求書, qualified return invoice): what of an invoice is given back, and why. It has a
 * number of its own series and is never changed; the invoice books it and writes to the customer.
 */
export const creditNoteMachine = base.createMachine({
  id: "creditNote",
  context: blank,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        issue: {
          guard: "addsUp",
          target: "issued",
          meta: { clause: "A12.2" },
          actions: [note, tellInvoice],
        },
      },
    },
    issued: { type: "final" },
  },
});
