import { base, type Samples } from "./base.ts";

const card = { brand: "visa", last4: "4242" };
const cardPage = { ...base, url: "https://portal.example.jp/portal/card", card };

/** Samples of the mails about saved cards. */
export const cardSamples = {
  "card-saved": { ...cardPage, lastDay: "2027-12-31", savedDay: "2025-04-10" },
  "card-expiring": { ...cardPage, lastDay: "2027-12-31" },
  "card-unusable": { ...cardPage, why: "detached", day: "2025-05-20" },
  "card-charge-announced": {
    ...base,
    url: "https://portal.example.jp/portal/invoices/1",
    invoiceNumber: "000042-0003",
    amount: 4_791_600,
    chargeDay: "2025-06-02",
    card,
  },
} satisfies Partial<Samples>;
