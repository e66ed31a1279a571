import { dayOf } from "#machines/calendar.ts";
import { policyOn } from "#machines/terms/policy.ts";
import { readUnpaidContracts } from "#db/queries/work/unpaid-contracts.ts";
import type { TaskKind } from "../task.ts";

/**
 * Fees that stay unpaid when the period of the formal demand is over (A16.1(1)): staff decide whether
 * the service is suspended. None where the operator's settings leave it to nobody, or to a machine.
 */
export const suspendUnpaid: TaskKind<"suspendUnpaid"> = {
  name: "suspendUnpaid",
  role: "operations",
  clause: "A16.1(1)",
  find: async (tx, today) => {
    const { formalDemand, formalDemandPeriodDays, suspensionForNonPayment } = policyOn(today);
    if (suspensionForNonPayment !== "task" || !formalDemand) return [];
    const days = formalDemand.daysAfterDue + formalDemandPeriodDays + 1;
    const rows = await readUnpaidContracts(tx, today.subtract({ days }).toString());
    return rows.map(({ customerId, customerName, contractId, number, invoiceId, dueDay }) => {
      const since = dayOf(dueDay).add({ days }).toString();
      return {
        ...{ customerId, customerName, subject: invoiceId, name: number, since, due: since },
        page: `/operations/contracts/${customerId}/${contractId}`,
      };
    });
  },
};
