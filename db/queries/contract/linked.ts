import { eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";

/** A contract of another customer, by what names it. */
export interface LinkedContract {
  customerId: string;
  contractId: string;
  number: string;
  companyName: string;
}

/** The contract with an id, whoever's it is, or null; for a role that sees all customers. */
export async function readLinkedContract(
  tx: Handle,
  contractId: string,
): Promise<LinkedContract | null> {
  const [row] = await tx
    .select({
      customerId: contract.customerId,
      contractId: contract.contractId,
      number: contract.number,
      companyName: customer.name,
    })
    .from(contract)
    .innerJoin(customer, eq(customer.customerId, contract.customerId))
    .where(eq(contract.contractId, contractId));
  return row ? { ...row, number: row.number ?? "" } : null;
}
