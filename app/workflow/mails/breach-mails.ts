import type { Handle } from "#db/client.ts";
import { readBreachNotes } from "#db/queries/breach-cases.ts";
import { readContractNumber } from "#db/queries/mail-facts.ts";
import type { PropsOf } from "./contract-mails.ts";
import type { BreachMailParams } from "./facts.ts";

/** What a mail about a breach says in words that lie outside the log. */
export interface BreachWords {
  /** What the demand asks for. */
  text: string;
  contractNumbers: string[];
}

/** Reads the words of a demand and the numbers of its contracts. */
export async function readBreachWords(
  tx: Handle,
  customerId: string,
  { caseId, facts }: BreachMailParams,
): Promise<BreachWords> {
  const notes = await readBreachNotes(tx, customerId, caseId);
  const contractNumbers: string[] = [];
  for (const contractId of facts.contractIds) {
    contractNumbers.push(await readContractNumber(tx, customerId, contractId));
  }
  const text = notes.find(({ noteId }) => noteId === facts.noteId)?.text ?? "";
  return { text, contractNumbers: contractNumbers.toSorted() };
}

const day = (value: string | null): string => {
  if (value === null) throw new Error("A mail lacks a fact that it states.");
  return value;
};

const url = ({ facts }: BreachMailParams, appUrl: string) =>
  `${appUrl}/portal/contracts/${facts.contractIds[0] ?? ""}`;

/** What each mail about a breach says. */
export const breachMails = {
  "breach-demand": (
    params: BreachMailParams,
    appUrl: string,
    words: BreachWords,
  ): PropsOf<"breach-demand"> => ({
    url: url(params, appUrl),
    contractNumbers: words.contractNumbers,
    demandedDay: day(params.facts.demandedOn),
    untilDay: day(params.facts.until),
    demanded: words.text,
  }),
  "breach-cured": (
    params: BreachMailParams,
    appUrl: string,
    words: BreachWords,
  ): PropsOf<"breach-cured"> => ({
    url: url(params, appUrl),
    contractNumbers: words.contractNumbers,
    demandedDay: day(params.facts.demandedOn),
    curedDay: params.day,
  }),
};
