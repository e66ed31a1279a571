import { readAskedWithdrawals } from "#db/queries/work/notices.ts";
import type { TaskKind } from "../task.ts";

/** A notice that the customer asks to take back; the operator agrees or refuses (A17.1). */
export const answerWithdrawal: TaskKind<"answerWithdrawal"> = {
  name: "answerWithdrawal",
  role: "operations",
  clause: "A17.1",
  find: async (tx) =>
    (await readAskedWithdrawals(tx)).map(({ contractId, number, noticeId, since, ...row }) => ({
      ...{ customerId: row.customerId, customerName: row.customerName },
      // Asked again after a refusal, it is another task.
      ...{ subject: `${noticeId}/${since}`, name: number, since, due: since },
      page: `/operations/contracts/${row.customerId}/${contractId}/notices`,
    })),
};
