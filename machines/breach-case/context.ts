import type { BreachItem } from "../terms/a16-termination.ts";

export interface BreachCaseContext {
  caseId: string;
  item: BreachItem | null;
  /** The day on which it happened, as staff say. */
  happenedOn: string | null;
  /** The day on which staff recorded the item: debts may fall due on it (A16.2). */
  recordedOn: string | null;
  /** The contracts that the breach concerns. */
  contractIds: string[];
  /** What is known, in the words of staff; the text itself lies outside the log. */
  factsNoteId: string | null;
  /** Stored files with the digests that they had when they were added. */
  evidence: { fileId: string; sha256: string }[];
  demand: { day: string; until: string; noteId: string } | null;
  /** Contracts whose service this case suspends. */
  suspended: string[];
  acceleratedOn: string | null;
  curedOn: string | null;
  /** Contracts that this case ended. */
  terminated: string[];
  terminatedOn: string | null;
  closedOn: string | null;
}

export const emptyBreachCase: BreachCaseContext = {
  caseId: "",
  item: null,
  happenedOn: null,
  recordedOn: null,
  contractIds: [],
  factsNoteId: null,
  evidence: [],
  demand: null,
  suspended: [],
  acceleratedOn: null,
  curedOn: null,
  terminated: [],
  terminatedOn: null,
  closedOn: null,
};
