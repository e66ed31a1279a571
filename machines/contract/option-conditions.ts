import type { Stamp } from "../engine/outgoing.ts";
import type { ContractContext } from "./context.ts";
import type { ContractEvent } from "./events.ts";

type Given = { context: ContractContext; event: ContractEvent & Stamp };

const holds = (options: readonly { optionId: string }[], { event }: Given) =>
  "optionId" in event && options.some(({ optionId }) => optionId === event.optionId);

/** In the moment after a term's last day, or the contract's, the renewal or the end comes first. */
const isInTerm = ({ context: { term, ends }, event }: Given) =>
  term !== null && event.day <= term.end && ends.every(({ endDay }) => event.day <= endDay);

/** The conditions under which an option joins a running contract or leaves it. */
export const optionConditions = {
  isNewOption: ({ context, event }: Given) =>
    event.type === "addOption" &&
    ![...context.options, ...context.requestedOptions].some(
      ({ optionId }) => optionId === event.option.optionId,
    ),
  isRequested: (given: Given) =>
    holds(given.context.requestedOptions, given) &&
    (given.event.type !== "optionAccepted" || isInTerm(given)),
  isOwnOption: (given: Given) => holds(given.context.options, given),
};
