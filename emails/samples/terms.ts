import { base, contract, type Samples } from "./base.ts";

const terms = {
  document: { nameJa: "約款", nameEn: "terms of service" },
  version: "2.0",
  effectiveDay: "2026-06-01",
};

/** Mails about new versions of the terms. */
export const termsSamples = {
  "terms-change": {
    ...contract,
    ...terms,
    summaryJa: "お支払い方法に口座振替を加えます。",
    summaryEn: "Direct debit is added to the ways to pay.",
    lateReasonJa: "法令の改正が2026/04/20に公布されたため",
    lateReasonEn: "The law was amended only on 20 April 2026",
  },
  "terms-change-withdrawn": { ...contract, ...terms },
  "terms-consent-needed": { ...base, ...terms, orderNumber: "O-2025-00077" },
} satisfies Partial<Samples>;
