import { and, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract, option } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";

/** The options that customers ordered for a running contract and that nobody has decided (A9.1). */
export async function readAddedOptions(tx: Handle) {
  return tx
    .select({
      customerId: option.customerId,
      optionId: option.optionId,
      contractId: option.contractId,
      number: contract.number,
      customerName: customer.name,
      requestedAt: option.changedAt,
    })
    .from(option)
    .innerJoin(
      contract,
      and(eq(contract.customerId, option.customerId), eq(contract.contractId, option.contractId)),
    )
    .innerJoin(customer, eq(customer.customerId, option.customerId))
    .where(and(eq(option.status, "requested"), eq(contract.status, "active")));
}
