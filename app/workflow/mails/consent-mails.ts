import type { Handle } from "#db/client.ts";
import { readConsentNote } from "#db/queries/consent-requests.ts";
import { readContractNumber, readCustomerName } from "#db/queries/mail-facts.ts";
import {
  clauseOfReason,
  rejectionLabels,
  type RejectionReason,
} from "#machines/terms/a05-rejection.ts";
import type { PropsOf } from "./contract-mails.ts";
import type { ConsentMailParams } from "./facts.ts";

/** What a mail about a consent says in words that lie outside the log, and the contract's number. */
export interface ConsentWords {
  text: string;
  contractNumber: string;
  companyName: string;
}

/** Reads the words of a request or its decision, and the number of its contract. */
export async function readConsentWords(
  tx: Handle,
  customerId: string,
  { facts }: ConsentMailParams,
): Promise<ConsentWords> {
  const { noteId, noteOf, contractId, kind } = facts;
  const note = noteId === null ? null : await readConsentNote(tx, noteOf ?? customerId, noteId);
  // An assignee has no contract before its day.
  const isThere = contractId !== null && (kind !== "takeOver" || facts.effectiveDay !== null);
  const contractNumber = isThere ? await readContractNumber(tx, customerId, contractId) : "";
  const companyName = await readCustomerName(tx, customerId);
  return { text: note?.text ?? "", contractNumber, companyName };
}

const kinds = ["resale", "assignment", "takeOver"] as const;

function kindOf({ facts }: ConsentMailParams): (typeof kinds)[number] {
  const kind = kinds.find((one) => one === facts.kind);
  if (!kind) throw new Error(`No consent is called ${facts.kind}.`);
  return kind;
}

type Build<Template extends "consent-received" | "consent-asked" | "consent-decided"> = (
  params: ConsentMailParams,
  appUrl: string,
  words: ConsentWords,
) => PropsOf<Template>;

const shared = (params: ConsentMailParams, appUrl: string, words: ConsentWords) => ({
  url: `${appUrl}/portal/consents/${params.requestId}`,
  kind: kindOf(params),
  contractNumber: words.contractNumber,
  askedDay: params.facts.askedOn,
});

const received: Build<"consent-received"> = (params, appUrl, words) => ({
  ...shared(params, appUrl, words),
  text: words.text,
});

const asked: Build<"consent-asked"> = (params, appUrl, words) => ({
  ...shared(params, appUrl, words),
  text: words.text,
});

/** One of the nine reasons in words, with its item. */
const refusalOf = (reason: RejectionReason | null) =>
  reason && { ...rejectionLabels[reason], clause: clauseOfReason(reason) };

const decided: Build<"consent-decided"> = (params, appUrl, words) => ({
  ...shared(params, appUrl, words),
  decision: params.facts.decision ?? "refused",
  asker: params.facts.asker === "operator" ? "operator" : "customer",
  decidedDay: params.day,
  effectiveDay: params.facts.effectiveDay,
  refusal: refusalOf(params.facts.reason),
  text: words.text,
});

/** What each mail about a request for consent says. */
export const consentMails = {
  "consent-received": received,
  "consent-asked": asked,
  "consent-decided": decided,
  "contract-taken-over": (
    { facts, day }: ConsentMailParams,
    appUrl: string,
    { contractNumber }: ConsentWords,
  ): PropsOf<"contract-taken-over"> => ({
    url: `${appUrl}/portal/contracts/${facts.contractId ?? ""}`,
    contractNumber,
    firstDay: facts.effectiveDay ?? day,
  }),
  "assignment-off": (
    { facts, requestId, day }: ConsentMailParams,
    appUrl: string,
    { text, contractNumber }: ConsentWords,
  ): PropsOf<"assignment-off"> => ({
    url: `${appUrl}/portal/consents/${requestId}`,
    reader: facts.kind === "takeOver" ? "assignee" : "assignor",
    ...{ cause: facts.off?.cause ?? "calledOff", by: facts.off?.by ?? null },
    ...{ contractNumber, text, offDay: facts.off?.on ?? day, effectiveDay: facts.effectiveDay },
    refusal: refusalOf(facts.reason),
  }),
  "assignee-registration": (
    { day }: ConsentMailParams,
    appUrl: string,
    { companyName }: ConsentWords,
  ): PropsOf<"assignee-registration"> => ({
    url: `${appUrl}/sign-up`,
    ...{ assignorName: companyName, askedDay: day },
  }),
};
