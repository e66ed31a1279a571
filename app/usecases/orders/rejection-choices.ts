import {
  clauseOfReason,
  promptedReasons,
  rejectionLabels,
  rejectionReasons,
  type RejectionReason,
} from "#machines/terms/a05-rejection.ts";
import type { Bilingual, Clause } from "#machines/terms/articles.ts";

/** One of the nine reasons of A5.4; `prompted` where the company's record suggests it. */
export interface ReasonChoice {
  reason: RejectionReason;
  label: Bilingual;
  clause: Clause;
  prompted: boolean;
}

/**
 * The nine reasons from which staff choose (A5.4), in their order.
 *
 * @param onRecord how many breaches and contracts that ended for cause are on record of the company
 */
export function rejectionChoices(onRecord: number): ReasonChoice[] {
  const prompted = promptedReasons(onRecord);
  return rejectionReasons.map((reason) => ({
    reason,
    label: rejectionLabels[reason],
    clause: clauseOfReason(reason),
    prompted: prompted.includes(reason),
  }));
}
