import { appendFileSync } from "node:fs";

/** Something the portal said was done, with what is needed to find it again. */
export type Acknowledged =
  | { kind: "openDraft" | "submit"; contractId: string }
  | { kind: "saveStep"; contractId: string; step: string; typed: Record<string, string> }
  | { kind: "verifyMaintenance" | "accept" | "setStart"; contractId: string; clickId: string }
  | { kind: "confirmStart"; contractId: string; clickId: string }
  /** The portal sent the payer to this session's page. */
  | { kind: "startPayment"; invoiceId: string; sessionId: string }
  /** The card was taken: the sandbox's word, not the portal's. */
  | { kind: "charge"; sessionId: string }
  /** The portal's page said that the payment is through. */
  | { kind: "paid"; paymentId: string };

export interface Journal {
  readonly entries: readonly Acknowledged[];
  /** Notes an answer before its receiver goes on. */
  note(entry: Acknowledged): void;
}

/** A journal that is also kept as lines of a file, to look at when something is missing. */
export function openJournal(path: string): Journal {
  const entries: Acknowledged[] = [];
  return {
    entries,
    note: (entry) => {
      entries.push(entry);
      appendFileSync(path, `${JSON.stringify(entry)}\n`);
    },
  };
}
