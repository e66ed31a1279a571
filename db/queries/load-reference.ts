import type { Handle } from "#db/client.ts";
import { menu, termsVersion } from "#db/schema/operator.ts";
import { writeOperatorProfile, type OperatorProfile } from "./operator-profile.ts";

/** What the portal must know before its first customer: who runs it, what it sells, by which terms. */
export interface Reference {
  operator: OperatorProfile;
  menus: (typeof menu.$inferInsert)[];
  terms: (typeof termsVersion.$inferInsert)[];
}

/**
 * Loads reference data. What is there already stays as it is, since customers may have bought and
 * consented by it; a new price or version is a new row with its own first day.
 */
export async function loadReference(tx: Handle, reference: Reference): Promise<void> {
  await writeOperatorProfile(tx, reference.operator);
  if (reference.menus.length > 0) {
    await tx.insert(menu).values(reference.menus).onConflictDoNothing();
  }
  if (reference.terms.length > 0) {
    await tx.insert(termsVersion).values(reference.terms).onConflictDoNothing();
  }
}
