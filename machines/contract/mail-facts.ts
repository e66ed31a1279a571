import { earliestEnd, type ContractContext } from "./context.ts";

/**
 * What a mail about a contract says, as it was when the contract decided to write: the mail may be
 * rendered after the contract has moved on.
 */
export function contractMailFacts(context: ContractContext) {
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
    basic: context.basic,
    options: context.options,
    openInvoices: context.openInvoices,
  };
}

export type ContractMailFacts = ReturnType<typeof contractMailFacts>;
