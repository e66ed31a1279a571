import type { FeeLine } from "../contract/fees.ts";
import type { EarnedFee } from "./earned-fee.ts";
import type { InvoiceReason } from "./reasons.ts";

/** Money that counts for an invoice, in yen, on its value day (起算日, ISO). */
export interface InvoiceReceipt {
  /** The card payment or the matched bank receipt. */
  id: string;
  valueDay: string;
  amount: number;
}

/** What finance decided about damages in yen, on an ISO day. */
export interface DamagesDecision {
  kind: "claimed" | "waived";
  day: string;
  amount: number;
  /** Why they are waived; null where they are claimed. */
  reason: string | null;
}

/** Why the customer disputes an invoice (異議), and since which ISO day. */
export interface Dispute {
  since: string;
  reason: string;
}

/** What an invoice knows. Days are ISO, amounts yen. */
export interface InvoiceContext {
  invoiceId: string;
  contractId: string;
  number: string | null;
  reason: InvoiceReason;
  /** Of late damages: the invoice that was paid late. */
  ofInvoice: string | null;
  periodStart: string;
  periodEnd: string;
  issueDay: string | null;
  dueDay: string | null;
  lines: FeeLine[];
  taxes: { ratePercent: number; taxable: number; tax: number }[];
  /** Yen. */
  subtotal: number;
  tax: number;
  total: number;
  /** Yen received, also what came on top of the total, and bank fees that the operator bears. */
  paid: number;
  /** What `paid` is the sum of. */
  receipts: InvoiceReceipt[];
  damagesDecisions: DamagesDecision[];
  dispute: Dispute | null;
  /** The ISO day on which the latest dispute ended: the steps of dunning count from there. */
  disputeEndedOn: string | null;
  paidOn: string | null;
  /** The one payment that may be under way: a second one would charge twice. */
  openPayment: string | null;
  /** The day on which acceleration made it due (A16.2), where that came first. */
  acceleratedTo: string | null;
  reminded: string[];
  /** The fees of which something is still to be earned. */
  fees: EarnedFee[];
  /** The last day of a month that was booked as earned. */
  earnedUpTo: string | null;
  /** Yen of the subtotal that have been earned. */
  earned: number;
  /** Yen of the subtotal for days after an end, which are the customer's (A17.2). */
  unearned: number;
}

/** Yen still owed. */
export const outstanding = ({ total, paid }: Pick<InvoiceContext, "total" | "paid">): number =>
  Math.max(0, total - paid);

/** An invoice before its issue. */
export const noInvoice: InvoiceContext = {
  invoiceId: "",
  contractId: "",
  number: null,
  reason: "annualFee",
  ofInvoice: null,
  periodStart: "",
  periodEnd: "",
  issueDay: null,
  dueDay: null,
  lines: [],
  taxes: [],
  subtotal: 0,
  tax: 0,
  total: 0,
  paid: 0,
  receipts: [],
  damagesDecisions: [],
  dispute: null,
  disputeEndedOn: null,
  paidOn: null,
  openPayment: null,
  acceleratedTo: null,
  reminded: [],
  fees: [],
  earnedUpTo: null,
  earned: 0,
  unearned: 0,
};
