import type { Messages } from "../ja.ts";

/** Where a customer's data is kept, and what was found there (A18.1). */
export const erasureStoreNames: Messages["erasure"]["stores"] = {
  detections: "Detections and alerts",
  traffic: "Traffic records (flows, metadata)",
  captures: "Captured packets",
  reports: "Analyses and reports",
  inquiries: "Inquiries and incident records",
  settings: "Settings of monitoring and devices",
  backups: "Backups of the above",
};

export const erasureOutcomeNames: Messages["erasure"]["outcomes"] = {
  erased: "Erased",
  nothingKept: "Nothing was kept",
};

/** What becomes of the data that the portal itself holds (A18.1). */
export const erasurePlanWords = {
  kinds: {
    deviceSites: "Sites of devices and their contacts",
    devicePapers: "Words about devices",
    people: "People for incident information",
    materials: "Materials, answers and their files",
    books: "Invoices, payments and bookings",
    documents: "Quotes and certificates of acceptance",
    order: "Orders, consents and contracts",
    correspondence: "Reports, consents, demands",
    history: "History with its proof",
    mails: "Copies of mails",
    confidential: "Records of confidential information",
    registration: "Registered information and accounts",
  } as Record<string, string>,
  treatments: {
    erased: "Erased",
    kept: "Kept",
    pseudonymous: "Kept without personal words",
  } as Record<string, string>,
  reasons: {
    books: "Books are kept by law (Companies Act, article 432.2)",
    claims: "Claims can be made (Civil Code, article 166.1)",
    account: "As long as the account is used",
  } as Record<string, string>,
  title: "Data that the portal holds",
  columns: { data: "Data", treatment: "Treatment", until: "Kept until", reason: "Reason" },
  until: (day: string) => `until ${day}`,
};

export const erasure: Messages["erasure"] = {
  plan: erasurePlanWords,
  stores: erasureStoreNames,
  outcomes: erasureOutcomeNames,
  fact: "Erasure of data and logs",
  dueBy: "at the latest",
  done: (day) => `Erased on ${day}`,
  certificate: "Certificate of erasure (PDF)",
  title: "Record the erasure of data",
  lead: "For each place in our systems that holds this customer's data and logs, record what was done.",
  due: "Erase by",
  early: (day) =>
    `This is before the last day (${day}). The customer may not have saved the data that it wants to keep.`,
  warning:
    "Record it only after the data is really gone: the record can't be taken back. Accounting records are not erased; they are kept for the period the law requires.",
  missing: (store) => `Choose what became of “${store}”.`,
  conflict: "The erasure is recorded already, or can't be recorded yet. See the contract's page.",
  submit: "Record as erased",
  back: "Back to the contract",
};
