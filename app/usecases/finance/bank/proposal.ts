/** An invoice that asks for money still. Yen, ISO days. */
export interface OpenInvoice {
  customerId: string;
  invoiceId: string;
  number: string;
  dueDay: string;
  owed: number;
}

/** What an amount says: it is one or several invoices exactly, or less, or more than what is owed. */
export type AmountReason =
  | "exactAmount"
  | "allOpen"
  | "severalInvoices"
  | "feeDifference"
  | "partOf"
  | "moreThanOwed";

/** What a payer's name says: paid before under it, registered, cut off, or of another legal form. */
export type NameReason = "alias" | "nameEqual" | "namePrefix" | "formDiffers";

/** Why a proposal is made, or why it is not sure; the pages have words for each. */
export type Reason = AmountReason | NameReason | "reference" | "tie";

/** A part of a receipt for an invoice, in yen; the fee is what the bank kept. */
export interface ProposedPart {
  invoiceId: string;
  number: string;
  amount: number;
  fee: number;
}

/** To whom a receipt may belong and what it pays, with how sure that is. */
export interface Proposal {
  customerId: string;
  /** Oldest due day first. */
  allocations: ProposedPart[];
  /** Yen that no invoice asks for. */
  credit: number;
  reasons: Reason[];
  /** 0 to 100. */
  confidence: number;
}
