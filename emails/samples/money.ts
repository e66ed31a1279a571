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
  receipt: {
    ...invoice,
    receiptNumber: "R-2025-00042",
    paidDay: "2025-05-30",
    amount: 4_000_000,
    remaining: 791_600,
    method: "bankTransfer",
  },
  "payment-failed": {
    ...invoice,
    amount: 4_791_600,
    failedDay: "2025-06-02",
    dueDay: "2025-06-02",
    failure: "expiredCard",
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
