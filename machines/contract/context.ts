import type { Clause } from "../terms/articles.ts";

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
}

/** A way in which the contract will end; the earliest of several applies. */
export interface PendingEnd {
  cause: "expired" | "cancelled";
  by: "customer";
  noticeDay: string;
  endDay: string;
  clause: Clause;
}

export type SuspensionCause = "nonPayment" | "breach";

export interface ContractContext {
  contractId: string;
  number: string | null;
  basic: SoldMenu | null;
  options: SoldOption[];
  quoteId: string | null;
  termsVersion: string | null;
  wishedStart: string | null;
  proposedStart: string | null;
  maintenanceVerifiedOn: string | null;
  rejectionReason: string | null;
  start: string | null;
  term: { start: string; end: string } | null;
  /** Reminders of this term that have gone out, by deadline id. */
  reminded: string[];
  ends: PendingEnd[];
  ended: { day: string; cause: PendingEnd["cause"]; by: "customer"; clause: Clause } | null;
  suspensions: SuspensionCause[];
  /** Invoices of this contract that are not settled. */
  openInvoices: string[];
  /** Those of them whose due day has passed. */
  overdueInvoices: string[];
}

export const emptyContract: ContractContext = {
  contractId: "",
  number: null,
  basic: null,
  options: [],
  quoteId: null,
  termsVersion: null,
  wishedStart: null,
  proposedStart: null,
  maintenanceVerifiedOn: null,
  rejectionReason: null,
  start: null,
  term: null,
  reminded: [],
  ends: [],
  ended: null,
  suspensions: [],
  openInvoices: [],
  overdueInvoices: [],
};

/** The pending end that will apply: the earliest day; of several on one day the first given. */
export function earliestEnd(context: Pick<ContractContext, "ends">): PendingEnd | null {
  return (
    context.ends.toSorted((a, b) => (a.endDay < b.endDay ? -1 : Number(a.endDay > b.endDay)))[0] ??
    null
  );
}
