import { tokyoDayText } from "#machines/calendar.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { readOpenBreaks } from "#db/queries/money/comparison.ts";
import { readDisputeWork, readRefundWork } from "#db/queries/money/refunds/money-back.ts";
import type { TaskKind } from "../task.ts";

/** A refund that is to be transferred, that failed, or that was more than was left. */
export const settleRefund: TaskKind<"settleRefund"> = {
  name: "settleRefund",
  role: "finance",
  clause: "A12.2",
  find: async (tx) =>
    (await readRefundWork(tx)).map((row) => {
      const { customerId, customerName, refundId, invoiceNumber, amount, status } = row;
      const asked = row.requestedAt ? tokyoDayText(row.requestedAt.toISOString()) : "";
      const since = (status === "failed" ? row.failedOn : null) ?? asked;
      return {
        ...{ customerId, customerName, subject: `${refundId}/${status}`, since, due: since },
        name: `${invoiceNumber} (${amount} JPY)`,
        page: `/finance/refunds/${customerId}/${refundId}`,
      };
    }),
};

/** A disputed card payment: the evidence is due, or it is to be decided what becomes of the loss. */
export const answerDispute: TaskKind<"answerDispute"> = {
  name: "answerDispute",
  role: "finance",
  clause: "A12.2",
  find: async (tx) =>
    (await readDisputeWork(tx)).map((row) => {
      const { customerId, customerName, disputeId, invoiceNumber, amount, status } = row;
      const since = row.closedOn ?? row.openedOn;
      return {
        ...{ customerId, customerName, subject: `${disputeId}/${status}`, since },
        due: (status === "needsResponse" ? row.evidenceDueDay : null) ?? since,
        name: `${invoiceNumber} (${amount} JPY)`,
        page: `/finance/disputes/${customerId}/${disputeId}`,
      };
    }),
};

/** What Stripe and the portal tell differently: one task for all of it. */
export const settleBreaks: TaskKind<"settleBreaks"> = {
  name: "settleBreaks",
  role: "finance",
  clause: null,
  find: async (tx) => {
    const breaks = await readOpenBreaks(tx);
    const [oldest] = breaks;
    if (!oldest) return [];
    const since = tokyoDayText(oldest.foundAt.toISOString());
    const whose = { customerId: operatorCustomerId, customerName: null, subject: "breaks" };
    return [{ ...whose, name: `${breaks.length}`, since, due: since, page: "/finance/comparison" }];
  },
};
