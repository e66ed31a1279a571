import { readBouncedNotices } from "#db/queries/work/notices.ts";
import type { TaskKind } from "../task.ts";

/** The operator's notice of cancellation that came back: to be delivered in another way (A17.1). */
export const deliverNotice: TaskKind<"deliverNotice"> = {
  name: "deliverNotice",
  role: "operations",
  clause: "A17.1",
  find: async (tx) =>
    (await readBouncedNotices(tx)).map(({ contractId, number, noticeId, since, ...row }) => ({
      ...{ customerId: row.customerId, customerName: row.customerName, subject: noticeId },
      ...{ name: number, since, due: since },
      page: `/operations/contracts/${row.customerId}/${contractId}/notices`,
    })),
};
