import type { Definition } from "../engine/definition.ts";
import { approvalEvents, approvalSenders } from "./events.ts";
import { approvalMachine, type ApprovalContext } from "./machine.ts";

/** The approval for the engine: everything that it takes is signed. */
export const approvalDefinition: Definition<ApprovalContext> = {
  kind: "approval",
  version: 1,
  migrations: {},
  machine: approvalMachine,
  events: approvalEvents,
  senders: approvalSenders,
  draws: {},
  signed: Object.keys(approvalSenders),
  deadlines: () => [],
  view: ({ value, context }) => ({
    ...{ status: String(value), subject: context.subject, amount: context.amount },
    ...{ clause: context.clause, invoiceId: context.invoiceId, reason: context.reason },
    params: context.params,
    ...{ proposedBy: context.proposedBy, proposedOn: context.proposedOn },
    ...{ decidedBy: context.decidedBy, decidedOn: context.decidedOn, refusal: context.refusal },
  }),
};
