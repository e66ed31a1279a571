import type { ErasedStore } from "#machines/terms/a18-erasure.ts";

/** The languages of the documents; Japanese unless another is asked for. */
export type DocumentLocale = "ja" | "en";

/** The operator as issuer of a document. `registrationNumber` is `T` and 13 digits (登録番号). */
export type Issuer = {
  nameJa: string;
  nameEn: string;
  registrationNumber: string;
  postalCode: string;
  addressJa: string;
  addressEn: string;
  phone: string;
  email: string;
};

/** The company that a document is made out to, as it is registered. */
export type Recipient = {
  companyName: string;
  departmentName: string | null;
  personName: string | null;
  postalCode: string;
  address: string;
};

/** A period of supply, both days included, ISO; for a single day both are the same. */
export type SupplyPeriod = { from: string; to: string };

/** One line; `amount` is integer yen before tax, negative for a discount. */
export type DocumentLine = {
  nameJa: string;
  nameEn: string;
  quantity: number;
  unitPrice: number;
  amount: number;
  /** 0 for what is outside consumption tax, such as delay damages. */
  ratePercent: number;
  /** True where the reduced rate (軽減税率) applies. */
  reduced: boolean;
  supply: SupplyPeriod | null;
};

/** Sum before tax and tax of one rate, integer yen, worked out once for the whole document. */
export type TaxOfRate = { ratePercent: number; taxable: number; tax: number };

/** A quote (見積書, A12.1). */
export type QuoteData = {
  issuer: Issuer;
  recipient: Recipient;
  quoteNumber: string;
  issuedDay: string;
  validUntilDay: string;
  lines: readonly DocumentLine[];
  taxes: readonly TaxOfRate[];
  total: number;
};

/** The account that a customer transfers to, as the operator words it in each language. */
export type BankAccount = Record<DocumentLocale, string>;

/** A qualified invoice (適格請求書, A12.2). */
export type InvoiceData = {
  issuer: Issuer;
  recipient: Recipient;
  invoiceNumber: string;
  contractNumber: string;
  issuedDay: string;
  dueDay: string;
  lines: readonly DocumentLine[];
  taxes: readonly TaxOfRate[];
  total: number;
  bank: BankAccount;
};

/** A receipt (領収書) for one payment of an invoice. */
export type ReceiptData = {
  issuer: Issuer;
  recipient: Recipient;
  receiptNumber: string;
  invoiceNumber: string;
  issuedDay: string;
  /** Value date of the payment. */
  paidDay: string;
  amount: number;
  method: "card" | "bankTransfer";
  /** What the payment pays for, by rate; empty where it pays an invoice in part. */
  taxes: readonly TaxOfRate[];
  /** Those of the rates, in percent, that are the reduced one. */
  reducedRates: readonly number[];
};

/** A credit note (適格返還請求書) for an invoice. */
export type CreditNoteData = {
  issuer: Issuer;
  recipient: Recipient;
  number: string;
  contractNumber: string;
  issuedDay: string;
  /** Of the invoice: what is given back was supplied by it. */
  invoiceNumber: string;
  invoiceDay: string;
  cause: "unearned" | "correction";
  lines: readonly DocumentLine[];
  taxes: readonly TaxOfRate[];
  total: number;
};

/** The decision on a request for consent in writing (承諾書・回答書, A14.5, A31.1). */
export type ConsentDecisionData = {
  issuer: Issuer;
  recipient: Recipient;
  contractNumber: string;
  kind: "resale" | "assignment";
  decision: "consented" | "refused";
  /** Who decided: the operator on the customer's request, or the customer on the operator's. */
  decidedBy: "operator" | "customer";
  askedDay: string;
  issuedDay: string;
  /** The assignee's first day. */
  effectiveDay: string | null;
  /** Why the assignee is not accepted, with its item of A5.4; null where that is not the reason. */
  refusal: { ja: string; en: string; item: number } | null;
  /** What was asked, and the conditions or the reason of the decision, line by line. */
  request: readonly string[];
  reasons: readonly string[];
};

/** The customer's acceptance of completed work (検収書, A11). Days ISO, `acceptedAt` an instant. */
export type AcceptanceData = {
  issuer: Issuer;
  recipient: Recipient;
  contractNumber: string;
  nameJa: string;
  nameEn: string;
  completedDay: string;
  reportedDay: string;
  acceptedDay: string;
  acceptedAt: string;
  /** The name of the account that signed, as it was shown then. */
  signedName: string;
  /** What was reported, line by line. */
  report: readonly string[];
};

/** The certificate that data and logs were erased (消去の証明書, A18.1). Days ISO. */
/** What became of a kind of data that the portal holds; days ISO. */
export type PlannedRow = {
  kind: string;
  treatment: "erased" | "kept" | "pseudonymous";
  reason: "books" | "claims" | "account" | null;
  until: string | null;
};

export type ErasureCertificateData = {
  plan: readonly PlannedRow[];
  issuer: Issuer;
  recipient: Recipient;
  contractNumber: string;
  endDay: string;
  erasedDay: string;
  stores: readonly ErasedStore[];
};

/**
 * Refuses amounts that do not add up: lines by rate must give the sums of the rates, and these with their
 * tax the total. Throws RangeError, because a wrong document must not leave the house.
 */
export function assertAddsUp(document: {
  lines: readonly DocumentLine[];
  taxes: readonly TaxOfRate[];
  total: number;
}): void {
  const { lines, taxes, total } = document;
  for (const line of lines) {
    if (line.quantity * line.unitPrice !== line.amount) {
      throw new RangeError(`Line ${line.nameJa} does not multiply to ${line.amount}`);
    }
    if (!taxes.some((tax) => tax.ratePercent === line.ratePercent)) {
      throw new RangeError(`No sum for the rate ${line.ratePercent}%`);
    }
  }
  for (const { ratePercent, taxable } of taxes) {
    const ofRate = lines.filter((line) => line.ratePercent === ratePercent);
    if (ofRate.reduce((sum, line) => sum + line.amount, 0) !== taxable) {
      throw new RangeError(`Lines at ${ratePercent}% do not add up to ${taxable}`);
    }
  }
  assertTaxesAddUp(taxes, total);
}

/** Throws RangeError unless sums and taxes of all rates give `total`. */
export function assertTaxesAddUp(taxes: readonly TaxOfRate[], total: number): void {
  const sum = taxes.reduce((all, { taxable, tax }) => all + taxable + tax, 0);
  if (sum !== total) throw new RangeError(`Sums and taxes give ${sum}, not ${total}`);
}

/** Throws RangeError unless the issuer's registration number is `T` and 13 digits. */
export function assertRegistered(issuer: Issuer): void {
  if (!/^T\d{13}$/.test(issuer.registrationNumber)) {
    throw new RangeError(`Not a registration number: ${issuer.registrationNumber}`);
  }
}

/** Somebody on an address label. */
export interface Party {
  name: string;
  /** NNN-NNNN */
  postalCode: string;
  address: string;
  phone: string;
}

/** How a lent device goes back (返却案内・宛名ラベル, A8.1). Days ISO. */
export type ReturnSlipData = {
  issuer: Issuer;
  recipient: Recipient;
  /** The day on which the paper is made. */
  issuedDay: string;
  contractNumber: string;
  serialNumber: string;
  /** The last day of what it was lent for, and the last day of its return. */
  endDay: string;
  dueDay: string;
  to: Party;
  from: Party;
};

/** That a device that came back was wiped (データ消去証明書, A18.1). Days ISO. */
export type WipeCertificateData = {
  issuer: Issuer;
  recipient: Recipient;
  contractNumber: string;
  serialNumber: string;
  backDay: string;
  checkedDay: string;
  /** The name of the person of the staff who checked and wiped it. */
  checkedBy: string;
};
