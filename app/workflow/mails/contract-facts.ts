import { dayOf, monthsAfter } from "#machines/calendar.ts";
import { earliestEnd, type PendingEnd } from "#machines/contract/ends.ts";
import type { MailProps, MailTemplate } from "#app/gateways/mail-writer.ts";
import type { ContractMailParams, Surroundings } from "./facts.ts";

/** A mail's props without what depends on the recipient. */
export type PropsOf<Template extends MailTemplate> = Omit<
  MailProps<Template>,
  "operator" | "recipientName" | "companyName"
>;

/** What a mail about a contract says. Throws where the machine gave less than the mail states. */
export type Builder<Template extends MailTemplate> = (
  params: ContractMailParams,
  around: Surroundings,
) => PropsOf<Template>;

/** A fact that a mail must state. Throws where it is missing. */
export function stated<Fact>(fact: Fact | null | undefined): Fact {
  if (fact === null || fact === undefined) throw new Error("A mail lacks a fact that it states.");
  return fact;
}

/** The contract's page in the portal. */
export const pageOf = ({ contractId }: { contractId: string }, { appUrl }: Surroundings) =>
  `${appUrl}/portal/contracts/${contractId}`;

/** What every mail about a contract names. */
export const headOf = (params: ContractMailParams, around: Surroundings) => ({
  url: pageOf(params, around),
  contractNumber: stated(params.facts.number),
});

/** The last day to hand over lent devices (A8.1); null where the contract lent none. */
export function returnDay({ facts }: ContractMailParams): string | null {
  const lends = facts.options.some(({ kind }) => kind === "device");
  return lends && facts.end ? monthsAfter(dayOf(facts.end.day), 1).toString() : null;
}

/** Yen with tax that the end gives back; 0 where it gives none. */
export function creditedBy({ facts }: ContractMailParams): number {
  return (facts.refunds ?? []).reduce((sum, { total }) => sum + total, 0);
}

/** Whether the service stands still for another reason than the one that is gone. */
export const isStillStopped = ({ facts }: ContractMailParams) =>
  facts.suspensions.length > 0 || facts.restrictions.length > 0;

/** The last day of the end that applies once another one is gone; null where none is left. */
export function remainingWithout(ends: readonly PendingEnd[], gone: PendingEnd): string | null {
  return earliestEnd({ ends: ends.filter((end) => end !== gone) })?.endDay ?? null;
}
