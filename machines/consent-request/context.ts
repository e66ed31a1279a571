import type { RejectionReason } from "../terms/a05-rejection.ts";

/** What consent is asked for: to resell the service (A14.5), or to assign the contract (A31.1). */
export type ConsentKind = "resale" | "assignment" | "takeOver";

/** The same matter under another customer: the assignee's side of an assignment, or the assignor's. */
export interface OtherSide {
  customerId: string;
  requestId: string;
}

/** Who can keep an assignment from happening: its two sides, or the operator that consented. */
export type AssignmentSide = "assignor" | "assignee" | "operator";

/** Why an assignment does not happen after all. */
export const offCauses = ["withdrawn", "refused", "calledOff", "fellThrough"] as const;

/** An assignment that was asked for and does not happen. */
export interface AssignmentOff {
  cause: (typeof offCauses)[number];
  by: AssignmentSide | null;
  /** ISO day. */
  on: string;
  /** The reason in writing, which lies with the side that gave it; staff's lies with the assignor. */
  noteId: string | null;
}

/** What an assignee is asked to take over, in the facts of its contract; no personal data. */
export interface Offer {
  menuCodes: string[];
  /** Yen a year without tax, of the basic menu and its options together. */
  annualPrice: number;
  start: string;
  termEnd: string | null;
}

export interface ConsentRequestContext {
  requestId: string;
  /** `takeOver` is the assignee's side: it is asked by the operator whether it takes the contract over. */
  kind: ConsentKind | null;
  asker: "customer" | "operator" | null;
  /** The contract concerned; the assignee's successor where it is a take-over. */
  contractId: string | null;
  askedOn: string | null;
  /** What is asked, in writing; the text lies outside the log. */
  noteId: string | null;
  decidedOn: string | null;
  /** Reason or conditions of the decision, in writing. */
  decisionNoteId: string | null;
  /** The first day of the assignee. */
  effectiveDay: string | null;
  /** The version of the terms to which the assignee consents. */
  termsVersion: string | null;
  other: OtherSide | null;
  /** What the assignee said so far; null while nobody is named. */
  assignee: "asked" | "agreed" | "declined" | null;
  offer: Offer | null;
  /** The day on which staff checked the assignee's maintenance contract (A5.2). */
  maintenanceVerifiedOn: string | null;
  /** For which of the nine reasons the assignee is not accepted (A5.4). */
  refusalReason: RejectionReason | null;
  /** The day on which somebody without an account was asked to register, to be named then. */
  assigneeWrittenOn: string | null;
  /** The day on which an assignee that had agreed asked to be let out; its assignor's side decides. */
  steppedBackOn: string | null;
  off: AssignmentOff | null;
}

export const emptyConsentRequest: ConsentRequestContext = {
  requestId: "",
  kind: null,
  asker: null,
  contractId: null,
  askedOn: null,
  noteId: null,
  decidedOn: null,
  decisionNoteId: null,
  effectiveDay: null,
  termsVersion: null,
  other: null,
  assignee: null,
  offer: null,
  maintenanceVerifiedOn: null,
  refusalReason: null,
  assigneeWrittenOn: null,
  steppedBackOn: null,
  off: null,
};
