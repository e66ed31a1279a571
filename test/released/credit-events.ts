import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";

const [one, other] = [
  "0199aaaa-0000-7000-8000-0000000000f1",
  "0199aaaa-0000-7000-8000-0000000000f2",
] as const;
const valueDay = "2025-03-04";

const amounts = (net: number) => ({
  taxes: [{ ratePercent: 0, taxable: net, tax: 0 }],
  ...{ net, tax: 0, total: net },
});

const credited = (net: number) => ({
  ...{ type: "credited", creditNoteId: one, noteNumber: "R000001-0001", cause: "correction" },
  ...amounts(net),
});

/** What reduces an invoice of 1,100 yen, in whole and in part, and what is more than it has. */
export const creditOffers: readonly MachineEvent[] = [
  ...[1100, 700, 400, 1200].map(credited),
  ...[1100, 700].map((amount) => ({ type: "writeOff", approvalId: one, amount })),
  ...[1100, 700, 400].map((amount) => {
    return { type: "setOffReceived", setOffId: one, amount, valueDay };
  }),
];

/** What was paid too much may be paid back, where nothing else has happened to the invoice. */
export const surplusOffers = ({ paid, openPayment }: InvoiceContext): readonly MachineEvent[] =>
  paid === 1500 && openPayment === null
    ? [{ type: "creditPaidBack", refundId: one, amount: 400 }]
    : [];

const debts = (amount: number) => [{ invoiceId: other, number: "000001-0002", amount, valueDay }];

/** What an invoice that was reduced, or that has given something back, may meet. */
export const reducedOffers: readonly MachineEvent[] = [
  ...[1100, 700, 400].map(credited),
  ...[1100, 700, 400].map((amount) => ({ type: "writeOff", approvalId: one, amount })),
  ...[1100, 700].map((amount) => {
    return { type: "setOffReceived", setOffId: one, amount, valueDay };
  }),
  ...[400, 5000].flatMap((amount) => [
    { type: "declareSetOff", setOffId: one, debts: debts(amount) },
    { type: "creditPaidBack", refundId: one, amount },
    { type: "creditReturned", refundId: one, amount },
  ]),
  ...["startPayment", "paymentClosed"].map((type) => ({ type, paymentId: one })),
  { type: "paymentClosed", paymentId: other },
  ...[400, 1100].map((amount) => {
    return { type: "paymentReceived", paymentId: one, amount, valueDay };
  }),
  ...[400, 1100].flatMap((amount) =>
    [0, 100].flatMap((fee) => [
      { type: "transferReceived", receiptId: one, amount, fee, valueDay },
      { type: "transferReversed", receiptId: one, amount, fee },
    ]),
  ),
  ...[400, 5000].flatMap((amount) => [
    { type: "paymentRefunded", paymentId: one, refundId: one, amount, fromCredit: false },
    { type: "disputeLost", paymentId: one, disputeId: one, amount },
  ]),
  ...[100, 400, 700].map((amount) => {
    return { type: "refundReturned", paymentId: one, refundId: other, amount, valueDay };
  }),
  { type: "endEarning", itemId: null, lastDay: "2025-04-10", unearned: 0 },
];

/** Whether credit notes, set-off or write-off have changed what an invoice asks for. */
export const isReduced = ({ credits, givenBack, writtenOff }: InvoiceContext) =>
  credits.length > 0 || givenBack.length > 0 || writtenOff !== null;

/** Of a reduced invoice, what decides which ways are open to it: more would multiply without end. */
export const reducedPlace = (context: InvoiceContext): unknown => {
  const { total, paid, credits, givenBack, writtenOff, openPayment } = context;
  const payable = total - credits.reduce((sum, credit) => sum + credit.total, 0);
  const given = givenBack.reduce((sum, one) => sum + one.amount, 0);
  return {
    ...{ credited: credits.length > 0, given: given > 0, lost: writtenOff !== null },
    // Whether what was given back would settle it, if it came back.
    settles: given > 0 && paid + given >= payable,
    ...{ open: openPayment !== null, covered: Math.sign(paid - payable), some: paid > 0 },
  };
};

const line = { nameJa: "監視", nameEn: "M", amount: 1100, ratePercent: 0 };

/** What a credit note may meet: one whose lines are what it sums up to, and one whose lines are not. */
export const creditNoteOffers: readonly MachineEvent[] = [1100, 1000].map((net) => ({
  ...{ type: "issue", invoiceId: one, contractId: other, invoiceNumber: "000001-0001" },
  ...{ invoiceDay: "2025-03-04", cause: "correction", clause: "A12.2", reason: "r" },
  ...{ approvalId: null, lines: [line], ...amounts(net) },
}));
