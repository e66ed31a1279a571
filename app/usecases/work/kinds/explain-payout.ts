import { operatorCustomerId } from "#machines/engine/operator.ts";
import { readUnexplainedPayouts } from "#db/queries/work/operator-wide.ts";
import type { TaskKind } from "../task.ts";

/** A payout with lines that match no payment and that nothing explains. */
export const explainPayout: TaskKind<"explainPayout"> = {
  name: "explainPayout",
  role: "finance",
  clause: null,
  find: async (tx) =>
    (await readUnexplainedPayouts(tx)).map(({ payoutId, arrivalDay, exceptions }) => ({
      ...{ customerId: operatorCustomerId, customerName: null, subject: payoutId },
      ...{ name: `${payoutId} (${exceptions})`, since: arrivalDay, due: arrivalDay },
      page: `/finance/payouts/${payoutId}`,
    })),
};
