import { newIdentifier } from "#app/identifier.ts";
import type { Portal } from "#app/portal.ts";
import { ensureCustomer } from "#db/queries/accounts/customer.ts";
import { ensureOrganization, readMembership } from "#db/queries/accounts/membership.ts";
import { readUser } from "#db/queries/accounts/users.ts";

const accounts = { role: "portal_auth" } as const;
const engine = { role: "portal_engine" } as const;

/**
 * Makes the customer (お客様) of a person who signed up: its organization with this person as owner,
 * then its row with a customer number. Each step finds what an earlier try left, so it can be
 * repeated after a crash at any point. Returns the customer's id, or null for somebody who has no
 * company: staff, or an address that is not confirmed.
 */
export async function createCustomer(
  portal: Pick<Portal, "database" | "clock">,
  userId: string,
): Promise<string | null> {
  const at = await portal.clock.now();
  const found = await portal.database.transaction(accounts, async (tx) => {
    const person = await readUser(tx, userId);
    if (!person?.emailVerified) return null;
    const membership = await readMembership(tx, userId);
    if (membership) {
      const { customerId, customerName: name } = membership;
      return { customerId, name, locale: person.locale };
    }
    if (person.companyName === null) return null;
    const name = person.companyName;
    const customerId = await ensureOrganization(tx, {
      ...{ customerId: newIdentifier(), slug: userId, name },
      ...{ memberId: newIdentifier(), userId, role: "owner", at },
    });
    return { customerId, name, locale: person.locale };
  });
  if (!found) return null;
  await portal.database.transaction(engine, (tx) =>
    ensureCustomer(tx, { ...found, createdAt: at }),
  );
  return found.customerId;
}
