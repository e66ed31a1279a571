import type { ApprovalSubject } from "./subject.ts";
import { charge } from "./subjects/charge.ts";
import { creditNote } from "./subjects/credit-note.ts";
import { refund } from "./subjects/refund.ts";
import { writeOff } from "./subjects/write-off.ts";

/** Everything that a second person of finance or an administrator has to approve. */
export const approvalSubjects = { charge, creditNote, writeOff, refund } as const;

export type ApprovalSubjectName = keyof typeof approvalSubjects;

/** The subject of that name, for params that its own schema has judged. */
export const subjectOf = (name: ApprovalSubjectName): ApprovalSubject =>
  approvalSubjects[name] as ApprovalSubject;
