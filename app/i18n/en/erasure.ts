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

export const erasure: Messages["erasure"] = {
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
