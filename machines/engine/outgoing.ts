import type { Clause } from "../terms/articles.ts";

export type MachineKind =
  | "contract"
  | "option"
  | "invoice"
  | "payment"
  | "refund"
  | "dispute"
  | "card"
  | "bankReceipt"
  | "maintenance"
  | "restriction"
  | "discontinuation"
  | "breachCase"
  | "consentRequest"
  | "termsVersion"
  | "monthClose"
  | "approval"
  | "creditNote"
  | "device"
  | "stockDevice"
  | "informationChange"
  | "materialRequest"
  | "deviceInquiry"
  | "claim"
  | "incidentContact"
  | "confidentialItem";

/** An event as a machine receives it; the engine adds the stamp. */
export interface MachineEvent {
  type: string;
  [member: string]: unknown;
}

/**
 * What the engine adds to every event before a machine sees it: time, ids and numbers come from
 * outside, so that the same event always gives the same result.
 */
export interface Stamp {
  /** The instant that counts: receipt at the web edge, or the due time of a deadline. */
  at: string;
  /** That instant's day in Asia/Tokyo. */
  day: string;
  machineId: string;
  /** A number drawn under the customer's lock, where the event draws one. */
  number?: string;
  /** The person who sent it, where the definition asks for that: from the command's actor, never typed. */
  sentBy?: string | null;
}

/** A ledger account; debits and credits of one posting balance. */
export type Account =
  | "receivables"
  | "deferredRevenue"
  | "revenue"
  | "taxPayable"
  | "stripeClearing"
  | "stripeFees"
  | "bank"
  | "unappliedReceipts"
  | "bankFees"
  | "credits"
  | "damages"
  | "refundsPayable"
  | "disputedFunds"
  | "charges"
  | "writeOffs"
  | "suspense";

export interface Posting {
  account: Account;
  /** Yen; one of the two is 0. */
  debit: number;
  credit: number;
}

/** What a change writes beside the snapshot, in the same transaction. */
export type Row = { table: "ledger"; kind: string; day: string; postings: Posting[] };

/** A message to another machine of the same customer, delivered within the same transaction. */
export interface Tell {
  kind: MachineKind;
  machineId: string;
  event: MachineEvent;
  /**
   * Set where the rest makes no sense without it, such as a birth: if the told machine does not take
   * the event, the whole command is refused. Else a machine that has nothing to do is passed over.
   */
  required?: true;
}

/** Something outside, done after the commit: its params hold ids, never personal data. */
export interface EffectRequest {
  kind:
    | "mail"
    | "expireCheckout"
    | "lookUpCheckout"
    | "createRefund"
    | "lookUpRefund"
    | "collectByCard"
    | "chargeCard"
    | "cancelIntent"
    | "retireCards"
    | "detachCard"
    | "lookUpCard"
    | "spread"
    | "notifyCustomers"
    | "command"
    | "handOver";
  params: Record<string, unknown>;
}

/** Why and when a machine wants to be woken: a row with a due time, never a timer in memory. */
export interface Deadline {
  id: string;
  /** Instant; state changes fall due at 00:00, reminders at 09:00 in Tokyo. */
  dueAt: string;
  event: MachineEvent;
  /** The clause that sets it, shown to whoever asks what comes next. */
  clause: Clause;
}

/** Named actions of every machine; the engine collects their params and never runs them. */
export const outgoing = {
  row: (_: unknown, _row: Row) => {},
  tell: (_: unknown, _tell: Tell) => {},
  effect: (_: unknown, _effect: EffectRequest) => {},
};
