import { eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { breachCase } from "#db/schema/breach-case.ts";
import { customer } from "#db/schema/customer.ts";

/** The breach cases of all customers in a state, with the day of their demand's end. */
export async function readBreachCasesInState(tx: Handle, status: string) {
  return tx
    .select({
      customerId: breachCase.customerId,
      caseId: breachCase.caseId,
      customerName: customer.name,
      item: breachCase.item,
      demandUntil: breachCase.demandUntil,
      changedAt: breachCase.changedAt,
    })
    .from(breachCase)
    .innerJoin(customer, eq(customer.customerId, breachCase.customerId))
    .where(eq(breachCase.status, status));
}
