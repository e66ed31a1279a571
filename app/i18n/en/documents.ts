import type { documents as ja } from "../ja/documents.ts";
import { erasureOutcomeNames, erasureStoreNames } from "./erasure.ts";

export const documents: typeof ja = {
  addressee: (company, department, person) =>
    [company, department, person].filter((part) => part !== null),
  postalCode: (code) => code,
  phone: (phone) => `Phone ${phone}`,
  registration: (number) => `Registration no. ${number}`,
  page: (page, of) => `${page} / ${of}`,
  lines: {
    item: "Item",
    supply: "Date of supply",
    quantity: "Quantity",
    unitPrice: "Unit price",
    rate: "Tax",
    amount: "Amount, no tax",
    supplyPeriod: (from, to) => [`${from} –`, to],
    reducedMark: "*",
    reducedLegend: "* Reduced tax rate",
    untaxed: "Exempt",
    percent: (rate) => `${rate}%`,
  },
  taxes: {
    rate: "By tax rate",
    ofRate: (rate) => `At ${rate}%`,
    ofReducedRate: (rate) => `At ${rate}% (reduced)`,
    untaxed: "Outside consumption tax",
    taxable: "Without tax",
    tax: "Consumption tax",
    total: "Total with tax",
  },
  quote: {
    title: "Quote",
    fileTitle: (number) => `Quote ${number}`,
    lead: "We are pleased to quote as follows.",
    number: "Quote number",
    issued: "Issued on",
    amount: "Quoted amount, with tax",
    validUntil: "Valid until",
    notes: [
      "This quote lays down the details of the fees under Article 12.1 of the Managed NDR Service Terms.",
      "If you do not order by the last day of validity, we will gladly quote anew.",
      "Consumption tax is charged at the rate in force at the time of supply.",
    ],
  },
  invoice: {
    title: "Invoice",
    fileTitle: (number) => `Invoice ${number}`,
    lead: "We invoice as follows.",
    number: "Invoice number",
    contract: "Contract number",
    issued: "Issued on",
    amount: "Amount due, with tax",
    due: "Due date",
    bank: "Bank account",
    notes: (number) => [
      `With a bank transfer, please put the invoice number ${number} before the name of the sender.`,
      "Please bear the transfer fee.",
      "After the due date, delay damages of 14.6% a year, by the day, are added to service fees from the next day to the day of payment (Terms, Article 14.3).",
    ],
  },
  erasure: {
    title: "Certificate of erasure",
    fileTitle: (contract) => `Certificate of erasure ${contract}`,
    contract: "Contract number",
    issued: "Issued on",
    lead: "We certify that we have erased your data and logs of the ended contract below from our systems.",
    end: "Contract ended on",
    erased: "Erased on",
    storesTitle: "What became of each store",
    stores: erasureStoreNames,
    outcomes: erasureOutcomeNames,
    notes: [
      "This certificate concerns the erasure by article 18.1 of the terms of the managed NDR service.",
      "Invoices, receipts and other accounting records are kept for the period the law requires.",
    ],
  },
  consent: {
    titles: { consented: "Consent", refused: "Refusal of Consent" },
    fileTitle: (contract) => `Decision on consent ${contract}`,
    contract: "Contract",
    issued: "Decided on",
    effective: "First day of the assignee",
    kinds: { resale: "reselling the service", assignment: "assigning the contract" },
    leads: {
      operator: {
        consented: (kind, asked) =>
          `On ${asked} you asked for our consent to ${kind}. We consent under these conditions.`,
        refused: (kind, asked) =>
          `On ${asked} you asked for our consent to ${kind}. We do not consent, for this reason.`,
      },
      customer: {
        consented: (kind, asked) =>
          `On ${asked} we asked for consent to ${kind}. The customer has consented.`,
        refused: (kind, asked) =>
          `On ${asked} we asked for consent to ${kind}. The customer has not consented.`,
      },
    },
    request: "Request",
    conditions: "Conditions",
    reasons: "Reason",
    refusal: "Why the assignee is not accepted",
    refusalItem: (item) => `(Article 5.4(${item}) of the terms)`,
    none: "None",
    notes: {
      resale: "This answers a request for consent under Article 14.5 of the terms of service.",
      assignment: "This answers a request for consent under Article 31.1 of the terms of service.",
    },
  },
  receipt: {
    title: "Receipt",
    fileTitle: (number) => `Receipt ${number}`,
    lead: "We have received the following amount.",
    number: "Receipt number",
    issued: "Issued on",
    amount: "Amount received, with tax",
    paid: "Received on",
    purpose: "For",
    purposeOf: (invoice) => `Service fees of invoice ${invoice}`,
    partial:
      "Received as part payment of the invoice. For the amounts by tax rate please see the invoice.",
    method: "Method",
    methods: { card: "Credit card", bankTransfer: "Bank transfer" },
    notes: ["This receipt is issued electronically; no revenue stamp is required."],
  },
};
