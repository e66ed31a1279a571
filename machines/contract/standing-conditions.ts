import type { Stamp } from "../engine/outgoing.ts";
import type { ContractContext, SuspensionCause } from "./context.ts";
import type { ContractEvent } from "./events.ts";

type Given = { context: ContractContext; event: ContractEvent & Stamp };

/** Whether two causes of a suspension are the same one. */
export const isSameCause = (one: SuspensionCause, other: SuspensionCause): boolean =>
  one.kind === other.kind && one.ref === other.ref;

const hasCause = ({ suspensions }: ContractContext, cause: SuspensionCause) =>
  suspensions.some((one) => isSameCause(one, cause));

/** A suspension for non-payment needs an unpaid invoice whose due day has passed. */
function hasGround({ context, event }: Given, kind: SuspensionCause["kind"]): boolean {
  if (event.type !== "suspend" || event.cause.kind !== kind) return false;
  if (hasCause(context, event.cause)) return false;
  return kind === "breach" || context.overdueInvoices.length > 0;
}

/** Whether the invoice that is settled is the last overdue one, and non-payment a cause. */
function paysOff({ context, event }: Given): boolean {
  if (event.type !== "invoiceSettled") return false;
  const { overdueInvoices, suspensions } = context;
  const others = overdueInvoices.filter((id) => id !== event.invoiceId);
  const isSuspended = suspensions.some(({ kind }) => kind === "nonPayment");
  return isSuspended && overdueInvoices.length > 0 && others.length === 0;
}

/** The conditions under which the service is restricted or suspended, the customer admonished, terms change. */
export const standingConditions = {
  isUnpaid: (given: Given) => hasGround(given, "nonPayment"),
  isBreached: (given: Given) => hasGround(given, "breach"),
  isCause: ({ context, event }: Given) => event.type === "lift" && hasCause(context, event.cause),
  paysOff,
  isSuspended: ({ context }: Given) => context.suspensions.length > 0,
  isRestrictedOnly: ({ context }: Given) =>
    context.suspensions.length === 0 && context.restrictions.length > 0,
  isFree: ({ context }: Given) =>
    context.suspensions.length === 0 && context.restrictions.length === 0,
  isNewRestriction: ({ context, event }: Given) =>
    event.type === "restrict" &&
    context.restrictions.every(({ restrictionId }) => restrictionId !== event.restrictionId),
  isRestriction: ({ context, event }: Given) =>
    event.type === "unrestrict" &&
    context.restrictions.some(({ restrictionId }) => restrictionId === event.restrictionId),
  isNewDemand: ({ context, event }: Given) =>
    event.type === "demand" &&
    event.until >= event.day &&
    context.demands.every(({ caseId }) => caseId !== event.caseId),
  isDemand: ({ context, event }: Given) =>
    event.type === "cure" && context.demands.some(({ caseId }) => caseId === event.caseId),
  isDemanded: ({ context }: Given) => context.demands.length > 0,
  isGood: ({ context }: Given) => context.demands.length === 0,
  isNewVersion: ({ context, event }: Given) =>
    event.type === "announceTerms" &&
    ![...context.announcedTerms, ...context.boundTerms].some(
      ({ versionId }) => versionId === event.versionId,
    ),
  isAnnouncedVersion: ({ context, event }: Given) =>
    event.type === "withdrawTerms" &&
    context.announcedTerms.some(({ versionId }) => versionId === event.versionId),
  isUnboundVersion: ({ context, event }: Given) =>
    event.type === "bindTerms" && context.boundTerms.at(-1)?.versionId !== event.versionId,
  isOtherVersion: ({ context, event }: Given) =>
    event.type === "bindTerms" &&
    (context.awaitedConsent ?? context.termsVersion) !== event.versionId,
  isAwaitedConsent: ({ context, event }: Given) =>
    event.type === "consentToTerms" && context.awaitedConsent === event.versionId,
};
