import type { DebtKind } from "../terms/a14-damages.ts";

/**
 * What an invoice can be for: the fee of a term, that of an option added to one, late damages (A14.3), or a charge
 * (A7.6, A8.1, A14.7, A27).
 */
export const invoiceReasons = ["annualFee", "optionFee", "lateDamages", "charge"] as const;

export type InvoiceReason = (typeof invoiceReasons)[number];

const debtKinds: Readonly<Record<InvoiceReason, DebtKind | null>> = {
  annualFee: "fee",
  optionFee: "fee",
  lateDamages: null,
  charge: "charge",
};

/** By which rate an unpaid invoice bears damages; null where it is for damages, which bear none themselves. */
export const debtKindOf = (reason: InvoiceReason): DebtKind | null => debtKinds[reason];
