import type { FeeLine } from "../contract/fees.ts";
import { noCollection, type Collection } from "./collection.ts";
import { payableOf, type InvoiceCredit } from "./credit-account.ts";
import type { Clause } from "../terms/articles.ts";
import type { EarnedFee } from "./earned-fee.ts";
import type { InvoiceReason } from "./reasons.ts";

/** Money that counts for an invoice, in yen, on its value day (起算日, ISO). */
export interface InvoiceReceipt {
  /** The card payment or the matched bank receipt. */
  id: string;
  valueDay: string;
  amount: number;
}

/** Money that was paid too much and has left again, in yen, on an ISO day: paid back, or set off (A14.4). */
export interface GivenBack {
  /** The refund or the set-off. */
  id: string;
  day: string;
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

/** A card payment of the invoice whose holder disputes it with the issuer (チャージバック). */
export interface Chargeback {
  disputeId: string;
  paymentId: string;
  /** Yen. */
  amount: number;
  /** ISO day. */
  since: string;
}

/** What an invoice knows. Days are ISO, amounts yen. */
export interface InvoiceContext {
  invoiceId: string;
  contractId: string;
  number: string | null;
  reason: InvoiceReason;
  /** Of late damages: the invoice that was paid late. */
  ofInvoice: string | null;
  /** Of a charge: the approval by which it was raised, and its clause. */
  approvalId: string | null;
  clause: Clause | null;
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
  /** What came in: `paid` is their sum, less what was given back. */
  receipts: InvoiceReceipt[];
  givenBack: GivenBack[];
  /** Credit notes that reduce it. */
  credits: InvoiceCredit[];
  /** The yen that nobody was expected to pay any more (貸倒れ), when, and by which approval. */
  writtenOff: { amount: number; day: string; approvalId: string } | null;
  damagesDecisions: DamagesDecision[];
  dispute: Dispute | null;
  /** Card payments of it that are disputed with the card's issuer. */
  chargebacks: Chargeback[];
  /** The ISO day on which the latest dispute ended: the steps of dunning count from there. */
  disputeEndedOn: string | null;
  paidOn: string | null;
  /** The one payment that may be under way: a second one would charge twice. */
  openPayment: string | null;
  /** The day on which acceleration made it due (A16.2), where that came first. */
  acceleratedTo: string | null;
  /** The ISO day since which it is known to be late; a fact of an earlier day that is told afterwards changes nothing. */
  overdueSince: string | null;
  reminded: string[];
  collection: Collection;
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
export const outstanding = (invoice: Pick<InvoiceContext, "total" | "paid" | "credits">): number =>
  Math.max(0, payableOf(invoice) - invoice.paid);

/**
 * Whether an invoice that is owed on an ISO day is overdue: its due day is over then, or was over before in what
 * has been done already. Facts come late, and the end of a due day happens once.
 */
export const isPastDue = (
  { dueDay, overdueSince }: Pick<InvoiceContext, "dueDay" | "overdueSince">,
  day: string,
): boolean => overdueSince !== null || (dueDay ?? "") < day;

/** An invoice before its issue. */
export const noInvoice: InvoiceContext = {
  invoiceId: "",
  contractId: "",
  number: null,
  reason: "annualFee",
  ofInvoice: null,
  approvalId: null,
  clause: null,
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
  givenBack: [],
  credits: [],
  writtenOff: null,
  damagesDecisions: [],
  dispute: null,
  chargebacks: [],
  disputeEndedOn: null,
  paidOn: null,
  openPayment: null,
  acceleratedTo: null,
  overdueSince: null,
  reminded: [],
  collection: noCollection,
  fees: [],
  earnedUpTo: null,
  earned: 0,
  unearned: 0,
};
