import type { Clause } from "../terms/articles.ts";
import type { ErasedStore } from "../terms/a18-erasure.ts";
import type { ContractEnd, PendingEnd, SentNotice } from "./ends.ts";

export { earliestEnd, type PendingEnd } from "./ends.ts";

export type MenuKind = "basic" | "subscription" | "device" | "work";

/** A menu as it was sold: name and price stay with the contract whatever the catalog says later. */
export interface SoldMenu {
  menuCode: string;
  kind: MenuKind;
  nameJa: string;
  nameEn: string;
  /** Yen a year without tax; for `work` the price of the one piece of work. */
  annualPrice: number;
}

export interface SoldOption extends SoldMenu {
  optionId: string;
  /** The day from which an option that was added later is part of the contract (A9.1); null: from the start. */
  addedOn?: string | null;
  /** The last day of an option that ends before the contract; terms that begin later don't charge it. */
  endDay?: string | null;
  /** The last day for which it is charged, whoever ends it before: then it is discontinued (A20). */
  chargedUntil?: string | null;
}

/**
 * Why the service is suspended: fees are unpaid (A16.1), lifted by payment or by staff; or a breach
 * (A15.2), lifted by staff or by the breach case that `ref` names.
 */
export interface SuspensionCause {
  kind: "nonPayment" | "breach";
  ref: string | null;
}

/** A restriction of the service that applies to this contract (A19, A15.2). */
export interface Restriction {
  restrictionId: string;
  clause: Clause;
}

/** A formal demand (催告) that has not been met (A16.1(1)). */
export interface Demand {
  caseId: string;
  /** The last day of the period that it sets. */
  until: string;
}

/** What a term was charged for one menu, in yen without tax; work has no period to give back. */
export interface ChargedPeriod {
  /** The contract for its basic menu, else the option. */
  itemId: string;
  menuCode: string;
  from: string;
  to: string;
  amount: number;
  ratePercent: number;
}

/** A fee in yen that an invoice still earns: of the running term, or of work at any time. */
export interface InvoicedFee {
  /** The contract for its basic menu, else the option. */
  itemId: string;
  invoiceId: string;
  amount: number;
}

/** What the operator owes the customer for days after an end (A17.2, policy), in yen. */
export interface Refund {
  /** The contract, or the option that ended. */
  itemId: string;
  /** The last day of what ended. */
  lastDay: string;
  clause: Clause;
  net: number;
  tax: number;
  total: number;
}

/** A version of the terms (A3) that binds, or will. */
export interface TermsBinding {
  versionId: string;
  /** The first day. */
  from: string;
}

export interface ContractContext {
  contractId: string;
  /** The assignor's contract that this one continues (A31.1); null for one that was ordered. */
  predecessorId: string | null;
  number: string | null;
  basic: SoldMenu | null;
  options: SoldOption[];
  /** Options that were ordered later and wait for the operator's decision (A9.1). */
  requestedOptions: SoldOption[];
  quoteId: string | null;
  /** The version of the terms that the order consents to (A5.1). */
  termsVersion: string | null;
  /** A version that came to bind after the order and needs consent before the acceptance. */
  awaitedConsent: string | null;
  /** Versions that were announced and do not bind yet. */
  announcedTerms: TermsBinding[];
  /** Versions that came to bind since the contract was formed, the latest last (A3). */
  boundTerms: TermsBinding[];
  wishedStart: string | null;
  proposedStart: string | null;
  maintenanceVerifiedOn: string | null;
  rejectionReason: string | null;
  start: string | null;
  term: { start: string; end: string } | null;
  /** What the running term was charged, by menu. */
  charged: ChargedPeriod[];
  /** The invoices that earn it, and those of work. */
  earning: InvoicedFee[];
  refunds: Refund[];
  /** Reminders of this term that have gone out, by deadline id. */
  reminded: string[];
  /** The instant at which an end was taken back; what the renewal waited for before is past. */
  resumedAt: string | null;
  /** Ends that have been noted and still may come, in the order in which they were. */
  ends: PendingEnd[];
  /** The operator's notices that have not been delivered yet. */
  sentNotices: SentNotice[];
  /** How many notices were given: each takes its id from its number. */
  notices: number;
  ended: ContractEnd | null;
  /** The erasure of the customer's data and logs (A18.1), store by store. */
  erasure: { day: string; stores: ErasedStore[] } | null;
  /** The instant at which something was last settled after the end. */
  settledAt: string | null;
  suspensions: SuspensionCause[];
  restrictions: Restriction[];
  demands: Demand[];
  /** Invoices of this contract that are not settled. */
  openInvoices: string[];
  /** Those of them whose due day has passed. */
  overdueInvoices: string[];
  /** Loans of devices that are not settled (A8.1). */
  openLoans: string[];
  /** Whether a loan was ever opened: of devices that were lent before, staff say when they are back. */
  hasLent: boolean;
  /** Requests by which the operator holds materials of the customer (A25.5). */
  heldMaterials: string[];
}

export const emptyContract: ContractContext = {
  contractId: "",
  predecessorId: null,
  number: null,
  basic: null,
  options: [],
  requestedOptions: [],
  quoteId: null,
  termsVersion: null,
  awaitedConsent: null,
  announcedTerms: [],
  boundTerms: [],
  wishedStart: null,
  proposedStart: null,
  maintenanceVerifiedOn: null,
  rejectionReason: null,
  start: null,
  term: null,
  charged: [],
  earning: [],
  refunds: [],
  reminded: [],
  resumedAt: null,
  ends: [],
  sentNotices: [],
  notices: 0,
  ended: null,
  erasure: null,
  settledAt: null,
  suspensions: [],
  restrictions: [],
  demands: [],
  openInvoices: [],
  overdueInvoices: [],
  openLoans: [],
  hasLent: false,
  heldMaterials: [],
};
