/** A file that was handed in, by its id and its digest; the file lies outside the log. */
export interface FileMark {
  fileId: string;
  sha256: string;
}

/** A matter between customer and operator beside the orders: what it is about, when, and by which words. */
export interface MatterContext {
  matterId: string;
  contractId: string | null;
  /** The loan of the device that it is about. */
  loanId: string | null;
  /** Who began it. */
  by: "customer" | "operator" | null;
  /** What it is about, among the choices of its kind. */
  about: string | null;
  /** ISO days, as all below. */
  openedOn: string | null;
  /** On which day that happened which is reported: a change, a disclosure. */
  happenedOn: string | null;
  /** The last day of the answer or of the confirmation that is waited for. */
  dueOn: string | null;
  /** The last day of a duty that follows from it; null where the duty has no end. */
  dutyUntil: string | null;
  /** The day on which nothing more was left to do. */
  settledOn: string | null;
  /** The words said last; the text lies outside the log. */
  noteId: string | null;
  files: FileMark[];
  /** Names of the registered information that changes. */
  fields: string[];
  /** Whether the operator may act for the customer against somebody's claim (A26.1). */
  grantsAuthority: boolean;
  /** Whether personal data is disclosed (A30.5). */
  isPersonalData: boolean;
  /** Reminders that went out since the matter last came to wait. */
  reminded: string[];
}

/** A matter of which nothing is known yet. */
export const emptyMatter: MatterContext = {
  ...{ matterId: "", contractId: null, loanId: null, by: null, about: null },
  ...{ openedOn: null, happenedOn: null, dueOn: null, dutyUntil: null, settledOn: null },
  ...{ noteId: null, files: [], fields: [], reminded: [] },
  ...{ grantsAuthority: false, isPersonalData: false },
};
