import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { refundEvents, refundSenders } from "./events.ts";
import { refundMachine, type RefundContext } from "./machine.ts";

const dayMilliseconds = 86_400_000;

/** How often a refund that hangs is asked about; the nightly comparison goes on from there. */
const mostLookUps = 30;

/** A refund that is pending at Stripe is asked about once a day, should no webhook tell of it. */
export function refundDeadlines({ value, context }: StoredSnapshot<RefundContext>): Deadline[] {
  const { requestedAt, lookedUp } = context;
  if (value !== "pending" || requestedAt === null || lookedUp >= mostLookUps) return [];
  const dueAt = new Date(Date.parse(requestedAt) + (lookedUp + 1) * dayMilliseconds).toISOString();
  return [{ id: "lookUp", dueAt, event: { type: "lookUp" }, clause: "A12.2" }];
}

/** The refund for the engine. */
export const refundDefinition: Definition<RefundContext> = {
  kind: "refund",
  version: 1,
  migrations: {},
  machine: refundMachine,
  events: refundEvents,
  senders: refundSenders,
  draws: {},
  deadlines: refundDeadlines,
  view: ({ value, context }) => ({
    invoiceId: context.invoiceId,
    paymentId: context.paymentId,
    approvalId: context.approvalId,
    status: String(value),
    amount: context.amount,
    isFound: context.isFound ? 1 : 0,
    reason: context.reason,
    stripeRefundId: context.stripeRefundId,
    requestedAt: context.requestedAt,
    madeOn: context.madeOn,
    failedOn: context.failedOn,
    failureCode: context.failureCode,
    failureNote: context.failureNote,
    exceeding: context.exceeding,
  }),
};
