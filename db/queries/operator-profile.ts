import type { Handle } from "#db/client.ts";
import { operatorProfile } from "#db/schema/operator.ts";

export type OperatorProfile = Omit<typeof operatorProfile.$inferSelect, "id">;

/** Who runs the portal. Throws where it was never said: no invoice may go out without its issuer. */
export async function readOperatorProfile(tx: Handle): Promise<OperatorProfile> {
  const [row] = await tx.select().from(operatorProfile);
  if (!row) throw new Error("The operator's profile is missing: run `npm run operator -- FILE`.");
  const { id: _, ...profile } = row;
  return profile;
}

/** Says who runs the portal, or says it anew. */
export async function writeOperatorProfile(tx: Handle, profile: OperatorProfile): Promise<void> {
  await tx
    .insert(operatorProfile)
    .values({ id: "operator", ...profile })
    .onConflictDoUpdate({ target: operatorProfile.id, set: profile });
}
