import type { FeeLine } from "../contract/fees.ts";

/** What an invoice knows. Days are ISO, amounts yen. */
export interface InvoiceContext {
  invoiceId: string;
  contractId: string;
  number: string | null;
  reason: "annualFee" | "optionFee";
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
  paidOn: string | null;
  /** The one payment that may be under way: a second one would charge twice. */
  openPayment: string | null;
  /** The day on which acceleration made it due (A16.2), where that came first. */
  acceleratedTo: string | null;
  reminded: string[];
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
  paidOn: null,
  openPayment: null,
  acceleratedTo: null,
  reminded: [],
};
