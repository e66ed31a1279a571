import { contradictedBy, payoutProposals } from "#app/usecases/finance/payouts/propose-payouts.ts";
import {
  readPayoutDeposits,
  readPayoutsWithoutReceipt,
} from "#db/queries/money/payouts/receipts.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { TaskKind } from "../task.ts";

/** Money of Stripe's that the bank has taken in, while Stripe says that the bank did not take it. */
export const checkReturnedPayout: TaskKind<"checkReturnedPayout"> = {
  name: "checkReturnedPayout",
  role: "finance",
  clause: null,
  find: async (tx) => {
    const deposits = await readPayoutDeposits(tx, "open");
    const amounts = deposits.map(({ amount }) => amount);
    const payouts = await readPayoutsWithoutReceipt(tx, amounts);
    return deposits.flatMap((deposit) => {
      const { receiptId, payer, valueDay, lastPayoutId } = deposit;
      const its = contradictedBy(payoutProposals(deposit, payouts), lastPayoutId);
      if (!its) return [];
      return [
        {
          ...{ customerId: operatorCustomerId, customerName: null, subject: receiptId },
          ...{
            name: `${payer.normalize("NFKC")} / ${its.payoutId}`,
            since: valueDay,
            due: valueDay,
          },
          page: `/finance/receipts/${receiptId}`,
        },
      ];
    });
  },
};
