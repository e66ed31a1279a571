import { and, desc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract } from "#db/schema/contract.ts";

export type ContractRow = typeof contract.$inferSelect;

/** The list columns of one contract of a customer, or null. */
export async function readContract(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<ContractRow | null> {
  const [row] = await tx
    .select()
    .from(contract)
    .where(and(eq(contract.customerId, customerId), eq(contract.contractId, contractId)));
  return row ?? null;
}

/** All contracts of a customer, the one that changed last first. */
export async function readContracts(tx: Handle, customerId: string): Promise<ContractRow[]> {
  return tx
    .select()
    .from(contract)
    .where(eq(contract.customerId, customerId))
    .orderBy(desc(contract.changedAt), desc(contract.contractId));
}
