import { asc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { member, organization } from "#db/schema/accounts.ts";

export interface Membership {
  customerId: string;
  customerName: string;
  role: string;
}

/** The customer whose member a person is (the first, should there be several), or null. */
export async function readMembership(tx: Handle, userId: string): Promise<Membership | null> {
  const [row] = await tx
    .select({ customerId: organization.id, customerName: organization.name, role: member.role })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(eq(member.userId, userId))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(1);
  return row ?? null;
}

/** What an organization and its first owner are made of. */
export interface NewOrganization {
  customerId: string;
  /** Unique: two that make the same organization at once end up with one. */
  slug: string;
  name: string;
  memberId: string;
  userId: string;
  role: string;
  at: Date;
}

/**
 * Makes an organization with a member, or finds what an earlier try made of the same slug. Returns
 * the id of the organization that is there now.
 */
export async function ensureOrganization(tx: Handle, wanted: NewOrganization): Promise<string> {
  const { customerId, slug, name, at } = wanted;
  await tx
    .insert(organization)
    .values({ id: customerId, name, slug, createdAt: at })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.slug, slug));
  if (!row) throw new Error("The organization is neither new nor there.");
  await ensureMember(tx, { ...wanted, customerId: row.id });
  return row.id;
}

/** Makes a person a member, unless it is one already. */
export async function ensureMember(
  tx: Handle,
  wanted: Pick<NewOrganization, "customerId" | "memberId" | "userId" | "role" | "at">,
): Promise<void> {
  await tx
    .insert(member)
    .values({
      id: wanted.memberId,
      organizationId: wanted.customerId,
      userId: wanted.userId,
      role: wanted.role,
      createdAt: wanted.at,
    })
    .onConflictDoNothing();
}

/** The organization of a name, or null; the oldest where several companies share it. */
export async function findOrganization(tx: Handle, name: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.name, name))
    .orderBy(asc(organization.createdAt))
    .limit(1);
  return row?.id ?? null;
}
