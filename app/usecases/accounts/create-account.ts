import type { CustomerRole, StaffRole } from "#machines/engine/actor.ts";
import { newIdentifier } from "#app/identifier.ts";
import type { Portal } from "#app/portal.ts";
import { ensureMember, findOrganization } from "#db/queries/accounts/membership.ts";
import { findUserByEmail } from "#db/queries/accounts/users.ts";
import { createCustomer } from "./create-customer.ts";

type Parts = Pick<Portal, "database" | "clock" | "accounts">;
const accounts = { role: "portal_auth" } as const;

interface Person {
  email: string;
  name: string;
  password: string;
  locale?: "ja" | "en";
}

/** Makes a person with a confirmed address, or completes what an earlier try left. Returns the id. */
async function ensurePerson(
  { database, accounts: { $context } }: Parts,
  { email: typed, name, password, locale = "ja" }: Person,
  more: { role?: StaffRole; companyName?: string },
): Promise<string> {
  const email = typed.toLowerCase();
  const { internalAdapter, password: hashing } = await $context;
  const there = await database.transaction(accounts, (tx) => findUserByEmail(tx, email));
  const userId =
    there?.id ??
    (
      await internalAdapter.createUser(
        { email, name, emailVerified: true, locale, ...more },
        { method: "admin" },
      )
    ).id;
  if (!(await internalAdapter.findCredentialAccount(userId))) {
    await internalAdapter.linkAccount({
      ...{ userId, providerId: "credential", accountId: userId },
      password: await hashing.hash(password),
    });
  }
  return userId;
}

/**
 * Makes an account of the operator's staff with a confirmed address; repeating it changes nothing.
 * Outside a demonstration its first sign-in leads to the enrolment of a second factor. Returns the id
 * of the person.
 */
export async function createStaff(
  parts: Parts,
  staff: Person & { role: StaffRole },
): Promise<string> {
  return ensurePerson(parts, staff, { role: staff.role });
}

/**
 * Makes a customer's account with a confirmed address; repeating it changes nothing. An owner brings
 * a new company; other roles join the company of that name, which must be there. Returns the ids of
 * the person and the customer.
 */
export async function createCustomerAccount(
  parts: Parts,
  member: Person & { companyName: string; role?: CustomerRole },
): Promise<{ userId: string; customerId: string }> {
  const { companyName, role = "owner" } = member;
  const userId = await ensurePerson(parts, member, role === "owner" ? { companyName } : {});
  if (role !== "owner") {
    const at = await parts.clock.now();
    await parts.database.transaction(accounts, async (tx) => {
      const customerId = await findOrganization(tx, companyName);
      if (customerId === null) throw new Error(`There is no company of the name ${companyName}.`);
      await ensureMember(tx, { customerId, memberId: newIdentifier(), userId, role, at });
    });
  }
  const customerId = await createCustomer(parts, userId);
  if (customerId === null) throw new Error("An account with a company has no customer.");
  return { userId, customerId };
}
