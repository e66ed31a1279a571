import { and, eq, inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract, option } from "#db/schema/contract.ts";
import { customer, registration } from "#db/schema/customer.ts";

/** The customer with a number, and whether registered information (届出事項) of it is there; or null. */
export async function readAssignee(
  tx: Handle,
  number: number,
): Promise<{ customerId: string; isRegistered: boolean } | null> {
  const [row] = await tx
    .select({ customerId: customer.customerId, registrationId: registration.registrationId })
    .from(customer)
    .leftJoin(registration, eq(registration.customerId, customer.customerId))
    .where(eq(customer.number, number))
    .limit(1);
  return row ? { customerId: row.customerId, isRegistered: row.registrationId !== null } : null;
}

/** The living contract with a number, or null. */
export async function readContractByNumber(
  tx: Handle,
  number: string,
): Promise<{ customerId: string; contractId: string } | null> {
  const [row] = await tx
    .select({ customerId: contract.customerId, contractId: contract.contractId })
    .from(contract)
    .where(and(eq(contract.number, number), inArray(contract.status, ["preparing", "active"])));
  return row ?? null;
}

/** The menus and yearly prices of a contract's options that have not ended. */
export async function readLivingOptions(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<{ menuCode: string; annualPrice: number }[]> {
  return tx
    .select({ menuCode: option.menuCode, annualPrice: option.annualPrice })
    .from(option)
    .where(
      and(
        eq(option.customerId, customerId),
        eq(option.contractId, contractId),
        inArray(option.status, ["accepted", "provisioning", "active", "working"]),
      ),
    )
    .orderBy(option.menuCode);
}
