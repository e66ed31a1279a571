import type { MatterTemplate } from "#machines/matters/mail.ts";

/** Names of the facts that a mail about a matter may show. */
export type MatterFact = "happenedOn" | "openedOn" | "dueOn" | "dutyUntil" | "settledOn" | "note";

export interface MatterMailWords {
  subject: (heading: string, contract: string | null) => string;
  contract: string;
  facts: Record<MatterFact, string>;
  /** Names of the values that belong to a matter. */
  values: Record<string, string>;
  change: (before: string, after: string) => string;
  action: string;
  mails: Record<MatterTemplate, { heading: string; lead: string }>;
}
