import type { Derivation } from "#machines/calendar/derivation.ts";

/** An invoice as one future leaves it, in yen and ISO days. */
export interface ComingInvoice {
  invoiceId: string;
  periodStart: string;
  periodEnd: string;
  issueDay: string;
  dueDay: string;
  dueDerivation: Derivation | null;
  total: number;
  status: string;
}
