import { and, eq, isNotNull, lt } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract, option } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";

const work = (tx: Handle) =>
  tx
    .select({
      customerId: option.customerId,
      customerName: customer.name,
      optionId: option.optionId,
      number: contract.number,
      inspectBy: option.inspectBy,
      objectedOn: option.objectedOn,
    })
    .from(option)
    .innerJoin(customer, eq(customer.customerId, option.customerId))
    .innerJoin(
      contract,
      and(eq(contract.customerId, option.customerId), eq(contract.contractId, option.contractId)),
    );

/** Work whose inspection should have been over before an ISO day (A11). */
export async function readOverdueInspections(tx: Handle, today: string) {
  return work(tx).where(and(eq(option.status, "inspecting"), lt(option.inspectBy, today)));
}

/** Work that the customer objected to and that has not been reported again (A11). */
export async function readObjectedWork(tx: Handle) {
  return work(tx).where(and(eq(option.status, "working"), isNotNull(option.objectedOn)));
}
