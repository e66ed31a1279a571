import { tokyoDayText } from "../calendar.ts";
import type { Definition } from "../engine/definition.ts";
import { disputeEvents, disputeSenders } from "./events.ts";
import { disputeMachine, type DisputeContext } from "./machine.ts";

/** The dispute for the engine. */
export const disputeDefinition: Definition<DisputeContext> = {
  kind: "dispute",
  version: 1,
  migrations: {},
  machine: disputeMachine,
  events: disputeEvents,
  senders: disputeSenders,
  draws: {},
  deadlines: () => [],
  view: ({ value, context }) => ({
    invoiceId: context.invoiceId,
    paymentId: context.paymentId,
    status: String(value),
    stripeDisputeId: context.stripeDisputeId,
    amount: context.amount,
    reason: context.reason,
    openedOn: context.openedOn,
    evidenceDueDay: context.evidenceDueAt && tokyoDayText(context.evidenceDueAt),
    withdrawn: context.withdrawn,
    fees: context.fees,
    closedOn: context.closedOn,
    exceeding: context.exceeding,
    lossNote: context.lossNote,
    lines: context.lines,
  }),
};
