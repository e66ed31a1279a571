import type { ContractContext } from "./context.ts";
import { earliestEnd } from "./ends.ts";
import type { ContractEvent } from "./events.ts";

/** What the event itself says that is not in the context any more, or of which there are several. */
function saidBy(event: Partial<ContractEvent>) {
  return {
    cause: "cause" in event ? (event.cause ?? null) : null,
    clause: "clause" in event ? (event.clause ?? null) : null,
    noticeId: "noticeId" in event ? (event.noticeId ?? null) : null,
    ref: "ref" in event ? (event.ref ?? null) : null,
    versionId: "versionId" in event ? (event.versionId ?? null) : null,
    optionId: "optionId" in event ? (event.optionId ?? null) : null,
  };
}

/**
 * What a mail about a contract says, as it was when the contract decided to write: the mail may be
 * rendered after the contract has moved on.
 */
export function contractMailFacts(context: ContractContext, event: Partial<ContractEvent> = {}) {
  const { number, start, term, wishedStart, proposedStart, rejectionReason, termsVersion } =
    context;
  return {
    number,
    start,
    term,
    wishedStart,
    proposedStart,
    rejectionReason,
    termsVersion,
    end: context.ended ?? null,
    pendingEnd: earliestEnd(context),
    /** Every pending end, the one that was noted last at the end. */
    ends: context.ends,
    sentNotices: context.sentNotices,
    suspensions: context.suspensions,
    restrictions: context.restrictions,
    refunds: context.refunds,
    charged: context.charged,
    basic: context.basic,
    options: context.options,
    openInvoices: context.openInvoices,
    said: saidBy(event),
  };
}

export type ContractMailFacts = ReturnType<typeof contractMailFacts>;
