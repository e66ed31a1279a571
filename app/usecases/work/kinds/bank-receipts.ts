import { tokyoDayText } from "#machines/calendar.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { readReceiptBacklog, readCredits } from "#db/queries/work/bank-receipts.ts";
import type { TaskKind } from "../task.ts";

/** Money from the bank that nobody has applied or set aside; one task for all of it. */
export const decideReceipts: TaskKind<"decideReceipts"> = {
  name: "decideReceipts",
  role: "finance",
  clause: "A12.2",
  find: async (tx) => {
    const backlog = await readReceiptBacklog(tx);
    if (!backlog) return [];
    const { waiting, oldest } = backlog;
    const whose = { customerId: operatorCustomerId, customerName: null, subject: "receipts" };
    return [
      { ...whose, name: `${waiting}`, since: oldest, due: oldest, page: "/finance/receipts" },
    ];
  },
};

/** What a customer has paid beyond what it owed: to be paid back or set off (A14.4). */
export const settleCredit: TaskKind<"settleCredit"> = {
  name: "settleCredit",
  role: "finance",
  clause: "A14.4",
  find: async (tx) =>
    (await readCredits(tx)).map(({ customerId, customerName, amount, latest, page }) => {
      const since = tokyoDayText(latest);
      return {
        ...{ customerId, customerName, subject: customerId, since, due: since },
        ...{ name: `${amount.toLocaleString("en")} JPY`, page },
      };
    }),
};
