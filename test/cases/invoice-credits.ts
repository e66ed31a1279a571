import { on, type Stamped, type Told } from "#test/helpers/given.ts";

const ids = [1, 2, 3, 4].map((n) => `0199aaaa-0000-7000-8000-0000000000c${n}`);
const [creditNoteId, otherInvoice, refundId, paymentId] = ids as [string, string, string, string];
const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const receiptId = "0199aaaa-0000-7000-8000-0000000000e1";

/** An invoice of 1,000 yen and 100 yen of tax, due on 2025-06-02. */
const issue = on(
  "2025-04-01",
  {
    ...{ type: "issue", contractId, reason: "annualFee", dueDay: "2025-06-02" },
    ...{ periodStart: "2025-04-01", periodEnd: "2026-03-31" },
    lines: [{ menuCode: "m", nameJa: "監視", nameEn: "M", amount: 1000, ratePercent: 10 }],
    taxes: [{ ratePercent: 10, taxable: 1000, tax: 100 }],
    ...{ subtotal: 1000, tax: 100, total: 1100 },
    fees: [{ itemId: contractId, amount: 1000, to: "2026-03-31", by: "month" }],
  },
  0,
);

/** A credit note of yen without tax, at 10 %. */
export const creditOf = (net: number, day = "2025-04-20", cause = "correction"): Stamped => {
  const tax = Math.floor(net / 10);
  return on(day, {
    ...{ type: "credited", creditNoteId, noteNumber: "R000001-0001", cause },
    taxes: [{ ratePercent: 10, taxable: net, tax }],
    ...{ net, tax, total: net + tax },
  });
};

const day = "2025-06-10";
export const paidIn = (amount: number, valueDay = "2025-04-03"): Stamped =>
  on(valueDay, { type: "paymentReceived", paymentId, amount, valueDay });
const transfer = (amount: number) =>
  on(day, { type: "transferReceived", receiptId, amount, fee: 0, valueDay: day });
const reversal = (amount: number) =>
  on(day, { type: "transferReversed", receiptId, amount, fee: 0 });
const setOff = (amount: number) =>
  on(day, { type: "setOffReceived", setOffId: refundId, amount, valueDay: "2025-06-01" });
const writeOff = (amount: number) => on(day, { type: "writeOff", approvalId: refundId, amount });
const debts = (amount: number) => [
  { invoiceId: otherInvoice, number: "000001-0002", amount, valueDay: day },
];
export const declare = (amount: number): Stamped =>
  on(day, { type: "declareSetOff", setOffId: refundId, debts: debts(amount) });
export const payBack = (amount: number): Stamped =>
  on(day, { type: "creditPaidBack", refundId, amount });
export const comesBack = (amount: number): Stamped =>
  on("2025-06-20", { type: "creditReturned", refundId, amount });
const start = on(day, { type: "startPayment", paymentId });
const closed = on(day, { type: "paymentClosed", paymentId });
const refunded = (amount: number) =>
  on(day, { type: "paymentRefunded", paymentId, refundId, amount, fromCredit: false });
const returned = (amount: number) =>
  on(day, { type: "refundReturned", paymentId, refundId, amount, valueDay: day });
const lost = (amount: number) =>
  on(day, { type: "disputeLost", paymentId, disputeId: refundId, amount });
export const dueDayPassed = on("2025-06-03", { type: "dueDayPassed" }, 0);

export const issued = [issue];
const partly = [issue, paidIn(400)];
const overdue = [...partly, dueDayPassed];
export const paid = [issue, paidIn(1100)];
const voided = [...paid, creditOf(1000)];
const lostNow = [...partly, writeOff(700)];

const told = (to: string, clause: string, effects: string[] = [], tells: string[] = []): Told => {
  return { to, clauses: [clause], tells, effects };
};
const settles = ["contract.invoiceSettled"];
const note = ["credit-note-issued"];

type Case = [name: string, past: Stamped[], event: Stamped, then: Told];

const credited = (past: Stamped[], state: string): Case[] => [
  [`is credited in part while ${state}`, past, creditOf(100), told(state, "A12.2", note)],
  [
    `is void once all of it is credited while ${state}`,
    past,
    creditOf(1000),
    told("void", "A12.2", note, settles),
  ],
];

const settledBy = (past: Stamped[], state: string): Case[] => [
  [
    `is settled by a credit of the rest while ${state}`,
    past,
    creditOf(700),
    told("paid", "A12.2", note, settles),
  ],
  [`is paid by set-off while ${state}`, past, setOff(700), told("paid", "A14.4", [], settles)],
  [`is paid in part by set-off while ${state}`, past, setOff(100), told(state, "A14.4")],
];

const givenBack = (past: Stamped[], state: string): Case[] => [
  [
    `pays another by set-off while ${state}`,
    past,
    declare(100),
    told(state, "A14.4", ["set-off-declared"], ["invoice.setOffReceived"]),
  ],
  [`pays its credit back while ${state}`, past, payBack(100), told(state, "A12.2")],
  [
    `has a refund come back while ${state}`,
    [...past, payBack(100)],
    comesBack(100),
    told(state, "A12.2"),
  ],
];

const over = [...paid, creditOf(100)];

const early = "2025-05-10";
/** Yen that an invoice of 1,100 received; what was too much of it is paid back. */
type Receipts = readonly [byCard: number, byTransfer: number];

const backOf = ([byCard, byTransfer]: Receipts) => byCard + byTransfer - 1100;

/** Paid by card and by transfer, what was too much paid back, and then the transfer was another's. */
const taken =
  (whenTaken: string) =>
  (receipts: Receipts): Stamped[] => {
    const [byCard, byTransfer] = receipts;
    return [
      ...[issue, paidIn(byCard)],
      on(early, {
        ...{ type: "transferReceived", receiptId, amount: byTransfer, fee: 0, valueDay: early },
      }),
      on(early, { type: "creditPaidBack", refundId, amount: backOf(receipts) }),
      on(whenTaken, { type: "transferReversed", receiptId, amount: byTransfer, fee: 0 }),
    ];
  };

/** Without the transfer an invoice owes just what was paid back after the first of them, and more after the second. */
const inPart: readonly [Receipts, Receipts] = [
  [1100, 300],
  [500, 1000],
];
/** The same where the transfer is all that had stayed. */
const wholly: readonly [Receipts, Receipts] = [
  [1100, 1100],
  [400, 1100],
];

/** A refund of a credit that comes back where the invoice asks for money by now. */
const comesBackOwed = (
  state: string,
  past: (receipts: Receipts) => Stamped[],
  [whole, part]: readonly [Receipts, Receipts],
  then = state,
): Case[] => [
  [
    `is paid by a refund that comes back while ${state}`,
    past(whole),
    comesBack(backOf(whole)),
    told("paid", "A12.2", [], settles),
  ],
  [
    `is paid in part by a refund that comes back while ${state}`,
    past(part),
    comesBack(backOf(part)),
    told(then, "A12.2"),
  ],
];

/** Without its transfer an invoice owes just that: what was too much was paid back. */
const takenAndLost = (receipts: Receipts) => [...taken(day)(receipts), writeOff(receipts[1])];

/** What credit notes, set-off, refunds of a credit and write-off do to an invoice, for every edge of theirs. */
export const creditCases: Case[] = [
  ...credited(issued, "issued"),
  [
    "is paid by set-off before anything came",
    issued,
    setOff(1100),
    told("paid", "A14.4", [], settles),
  ],
  [
    "is paid in part by set-off before anything came",
    issued,
    setOff(100),
    told("partlyPaid", "A14.4"),
  ],
  [
    "is written off before it is due",
    issued,
    writeOff(1100),
    told("writtenOff", "A12.2", [], settles),
  ],
  ...credited(partly, "partlyPaid"),
  ...settledBy(partly, "partlyPaid"),
  [
    "is written off but for what came",
    partly,
    writeOff(700),
    told("writtenOff", "A12.2", [], settles),
  ],
  ...credited(overdue, "overdue"),
  ...settledBy(overdue, "overdue"),
  ["is written off once overdue", overdue, writeOff(700), told("writtenOff", "A12.2", [], settles)],
  ["is credited in part once paid", paid, creditOf(100), told("paid", "A12.2", note)],
  [
    "is void once all of it is credited after it was paid",
    paid,
    creditOf(1000),
    told("void", "A12.2", note),
  ],
  ...givenBack(over, "paid"),
  ...comesBackOwed("issued", taken(early), wholly, "partlyPaid"),
  ...comesBackOwed("partlyPaid", taken(early), inPart),
  ...comesBackOwed("overdue", taken(day), inPart),
  ...comesBackOwed("writtenOff", takenAndLost, inPart),
  ...givenBack(voided, "void"),
  ["takes money while void", voided, paidIn(100), told("void", "A12.2")],
  ["takes a transfer while void", voided, transfer(100), told("void", "A12.2")],
  [
    "gives up a transfer while void",
    [...voided, transfer(100)],
    reversal(100),
    told("void", "A12.2"),
  ],
  ["closes its payment while void", [issue, start, creditOf(1000)], closed, told("void", "A12.2")],
  ["is refunded while void", voided, refunded(100), told("void", "A12.2")],
  [
    "has a card refund come back while void",
    [...voided, refunded(100)],
    returned(100),
    told("void", "A12.2"),
  ],
  ["loses a dispute while void", voided, lost(100), told("void", "A12.2")],
  ...credited(lostNow, "writtenOff"),
  ...settledBy(lostNow, "writtenOff"),
  [
    "may be paid though it is written off",
    lostNow,
    start,
    told("writtenOff", "A12.2", [], ["payment.create"]),
  ],
  ["closes that payment", [...lostNow, start], closed, told("writtenOff", "A12.2")],
  ["is paid after all", lostNow, paidIn(700), told("paid", "A12.2", ["receipt"], settles)],
  ["is paid in part after all", lostNow, paidIn(100), told("writtenOff", "A12.2")],
  [
    "is paid by transfer after all",
    lostNow,
    transfer(700),
    told("paid", "A12.2", ["receipt"], settles),
  ],
  ["is paid in part by transfer after all", lostNow, transfer(100), told("writtenOff", "A12.2")],
  [
    "gives up a transfer though it is written off",
    [...lostNow, transfer(100)],
    reversal(100),
    told("writtenOff", "A12.2"),
  ],
  ["is refunded though it is written off", lostNow, refunded(100), told("writtenOff", "A12.2")],
  ["loses a dispute though it is written off", lostNow, lost(100), told("writtenOff", "A12.2")],
  [
    "has a refund come back though it is written off",
    lostNow,
    returned(100),
    told("writtenOff", "A12.2"),
  ],
  [
    "is settled by a refund that came back",
    lostNow,
    returned(700),
    told("paid", "A12.2", [], settles),
  ],
];
