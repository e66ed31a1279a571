import { and, eq, inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { member, user } from "#db/schema/accounts.ts";
import { contract, option } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";

/** The customer with a number, or null. */
export async function readAssignee(tx: Handle, number: number): Promise<string | null> {
  const [row] = await tx
    .select({ customerId: customer.customerId })
    .from(customer)
    .where(eq(customer.number, number));
  return row?.customerId ?? null;
}

/** The customer for which a person with this mail address (in lower case) signs, or null. */
export async function readCustomerOfOwner(
  tx: Handle,
  email: string,
): Promise<{ customerId: string; number: number; name: string } | null> {
  const [row] = await tx
    .select({ customerId: customer.customerId, number: customer.number, name: customer.name })
    .from(user)
    .innerJoin(member, eq(member.userId, user.id))
    .innerJoin(customer, eq(customer.customerId, member.organizationId))
    .where(and(eq(user.email, email), eq(user.emailVerified, true), eq(member.role, "owner")))
    .limit(1);
  return row ?? null;
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
