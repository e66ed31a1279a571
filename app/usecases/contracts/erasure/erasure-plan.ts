import { dayOf } from "#machines/calendar.ts";
import { keptUntil, type RetentionReason } from "#machines/terms/a18-retention.ts";

/** Kinds of data that the portal itself holds of a customer. */
export const dataKinds = [
  ...(["deviceSites", "devicePapers", "people", "materials"] as const),
  ...(["books", "documents", "order", "correspondence", "history", "mails"] as const),
  ...(["confidential", "registration"] as const),
] as const;

export type DataKind = (typeof dataKinds)[number];

/** What becomes of a kind of data: gone with the erasure, kept whole, or kept without a person's words. */
export type Treatment = "erased" | "kept" | "pseudonymous";

interface Plan {
  /** The tables where it lies. */
  tables: readonly string[];
  treatment: Treatment;
  /** Why it is kept; null for what is erased. */
  reason: RetentionReason | null;
}

/** What becomes of everything that the portal holds of a customer once a contract is erased (消去の計画, A18.1). */
export const erasurePlan: Readonly<Record<DataKind, Plan>> = {
  deviceSites: { tables: ["device_site"], treatment: "erased", reason: null },
  devicePapers: { tables: ["device_note"], treatment: "erased", reason: null },
  people: { tables: ["matter_value"], treatment: "erased", reason: null },
  materials: { tables: ["matter_note", "stored_file"], treatment: "erased", reason: null },
  books: {
    tables: [
      ...["invoice", "credit_note", "payment", "refund", "dispute", "card", "stripe_customer"],
      ...["ledger_transaction", "ledger_entry", "bank_match", "bank_import", "bank_receipt"],
      ...["bank_receipt_decision", "stripe_break", "payout", "payout_line", "approval"],
      ...["month_close", "card_consent"],
    ],
    ...{ treatment: "pseudonymous", reason: "books" },
  },
  documents: { tables: ["quote", "work_note"], treatment: "kept", reason: "books" },
  order: {
    tables: ["contract", "option", "order_form", "consent"],
    ...{ treatment: "kept", reason: "claims" },
  },
  correspondence: {
    tables: [
      ...["consent_request", "consent_note", "consent_assignee", "breach_case", "breach_note"],
      ...["device_loan", "matter", "restriction", "discontinuation", "maintenance"],
    ],
    ...{ treatment: "kept", reason: "claims" },
  },
  history: {
    tables: [
      ...["machine", "machine_event", "timer", "chain_root", "chain_root_head", "audit"],
      ...["task_owner", "stock_device", "terms_version"],
    ],
    ...{ treatment: "pseudonymous", reason: "claims" },
  },
  mails: { tables: ["effect", "inbox"], treatment: "kept", reason: "claims" },
  confidential: { tables: ["matter_note", "stored_file"], treatment: "kept", reason: "claims" },
  registration: {
    tables: ["customer", "registration", "organization", "member", "invitation"],
    ...{ treatment: "kept", reason: "account" },
  },
};

/** A kind of data as pages and the certificate show it. Days ISO. */
export interface PlannedData {
  kind: DataKind;
  treatment: Treatment;
  reason: RetentionReason | null;
  /** The last day for which it is kept; null where it is erased, or where the account decides. */
  until: string | null;
}

/** The plan for a contract, from its last day (ISO). */
export const plannedFor = (endDay: string): PlannedData[] =>
  dataKinds.map((kind) => {
    const { treatment, reason } = erasurePlan[kind];
    const until = reason && keptUntil(dayOf(endDay), reason);
    return { kind, treatment, reason, until: until?.toString() ?? null };
  });
