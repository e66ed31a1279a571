import { readWaitingApprovals } from "#db/queries/money/approvals.ts";
import type { TaskKind } from "../task.ts";

/** A decision about money that waits for a second person (稟議); whoever proposed it may not decide it. */
export const decideApproval: TaskKind<"decideApproval"> = {
  name: "decideApproval",
  role: "finance",
  clause: null,
  find: async (tx) =>
    (await readWaitingApprovals(tx)).map((row) => {
      const { customerId, customerName, approvalId, proposedOn, invoiceNumber, amount } = row;
      return {
        ...{ customerId, customerName, subject: approvalId },
        name: [invoiceNumber, `(${amount} JPY)`].filter((part) => part !== null).join(" "),
        ...{ since: proposedOn, due: proposedOn },
        page: `/finance/approvals/${customerId}/${approvalId}`,
      };
    }),
};
