import { readUndecidedDamages } from "#db/queries/work/damages.ts";
import type { TaskKind } from "../task.ts";

/** Late damages (遅延損害金) of an invoice that was paid late, in whole or in part: to invoice or to waive (A14.3). */
export const decideDamages: TaskKind<"decideDamages"> = {
  name: "decideDamages",
  role: "finance",
  clause: "A14.3",
  find: async (tx) =>
    (await readUndecidedDamages(tx)).map((row) => {
      const { customerId, customerName, invoiceId, number, amount } = row;
      const since = row.since ?? "";
      return {
        ...{ customerId, customerName, since, due: since },
        // Decided once and due again after another payment, it is another task.
        ...{ subject: `${invoiceId}/${since}`, name: `${number} (${amount} JPY)` },
        page: `/finance/invoices/${customerId}/${invoiceId}#damages`,
      };
    }),
};
