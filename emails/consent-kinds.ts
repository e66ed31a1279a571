import type { MailBase } from "./mail.ts";

/** What mails about a request for consent share. Days ISO. */
export type ConsentBase = MailBase & {
  /** Resale (A14.5), assignment (A31), or taking over somebody's contract (A31). */
  kind: "resale" | "assignment" | "takeOver";
  /** Empty where there is none yet. */
  contractNumber: string;
  askedDay: string;
};

/** What consent is asked for, in words. */
export const consentKinds = {
  ja: {
    resale: "サービスの再販売等",
    assignment: "契約上の地位の譲渡",
    takeOver: "契約の引受け",
  },
  en: {
    resale: "reselling the service",
    assignment: "assigning the contract",
    takeOver: "taking a contract over",
  },
} as const;

/** The clause under which consent is needed. */
export const clauseOfConsent = (kind: ConsentBase["kind"]) =>
  kind === "resale" ? "A14.5" : "A31.1";
