import { base, type Samples } from "./base.ts";

const invoice = { ...base, invoiceNumber: "K00042-0007" };

/** Mails about invoices and payments. */
export const moneySamples = {
  "invoice-issued": {
    ...invoice,
    contractNumber: "C-2025-00042",
    issuedDay: "2025-04-30",
    dueDay: "2025-06-02",
    total: 4_791_600,
    tax: 435_600,
    collection: "byCustomer",
  },
  "damages-claimed": {
    ...{ ...base, invoiceNumber: "K00042-0008", contractNumber: "C-2025-00042" },
    item: {
      nameJa: "遅延損害金（請求書 K00042-0007、2025/06/03–2025/06/23）",
      nameEn: "Late damages (invoice K00042-0007, 2025/06/03–2025/06/23)",
    },
    ...{ from: "2025-06-03", to: "2025-06-23" },
    issuedDay: "2025-06-24",
    dueDay: "2025-07-31",
    amount: 40_249,
  },
  "credit-note-issued": {
    ...{ ...invoice, number: "R000042-0001", contractNumber: "C-2025-00042" },
    ...{ cause: "unearned", total: 440_000, tax: 40_000, owed: 0, credit: 440_000 },
  },
  "set-off-declared": {
    ...{ ...invoice, contractNumber: "C-2025-00042", amount: 300_000, credit: 140_000 },
    debts: [{ number: "000042-0009", amount: 300_000 }],
  },
  receipt: {
    ...invoice,
    receiptNumber: "R-2025-00042",
    paidDay: "2025-05-30",
    amount: 4_000_000,
    remaining: 791_600,
    method: "bankTransfer",
  },
  refunded: { ...invoice, amount: 791_600, day: "2025-06-12", by: "card" },
  "refund-failed": { ...invoice, amount: 791_600, day: "2025-06-12", by: "card" },
  "payment-failed": {
    ...invoice,
    amount: 4_791_600,
    failedDay: "2025-06-02",
    dueDay: "2025-06-02",
    failure: "expiredCard",
    next: { kind: "newCard" },
  },
  "payment-action-needed": {
    ...invoice,
    amount: 4_791_600,
    dueDay: "2025-06-02",
    expiresDay: "2025-06-09",
  },
  "payment-reminder": {
    ...invoice,
    stage: "second",
    dueDay: "2025-06-02",
    principal: 4_791_600,
    damages: 13_416,
    asOfDay: "2025-06-09",
  },
} satisfies Partial<Samples>;
