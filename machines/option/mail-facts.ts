import { earliestEnd } from "../contract/ends.ts";
import type { OptionContext } from "./context.ts";

/** What a mail about an option says, as it was when the option decided to write. */
export function optionMailFacts(context: OptionContext) {
  const { optionId, nameJa, nameEn, kind, annualPrice, startDay, term, ends } = context;
  const option = { optionId, nameJa, nameEn, kind, annualPrice };
  return { option, startDay, term, ends, pendingEnd: earliestEnd(context) };
}

export type OptionMailFacts = ReturnType<typeof optionMailFacts>;
