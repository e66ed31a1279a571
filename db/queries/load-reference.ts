import type { Handle } from "#db/client.ts";
import { menu } from "#db/schema/operator.ts";
import type { TermsArticle } from "#db/schema/terms.ts";
import { writeOperatorProfile, type OperatorProfile } from "./operator-profile.ts";

/** A version that binds from a day on: of the terms (約款), or of a menu's specification (仕様書). */
export interface ReferenceTerms {
  /** Left out, it is the terms of service. */
  menuCode?: string | undefined;
  version: string;
  effectiveDay: string;
  articles: readonly TermsArticle[];
}

/** What the portal must know before its first customer: who runs it, what it sells, by which terms. */
export interface Reference {
  operator: OperatorProfile;
  menus: (typeof menu.$inferInsert)[];
  terms: ReferenceTerms[];
}

/**
 * Loads who runs the portal and what it sells. What is there already stays as it is, since customers
 * may have bought by it; a new price is a new row with its own first day.
 */
export async function loadReference(
  tx: Handle,
  reference: Pick<Reference, "operator" | "menus">,
): Promise<void> {
  await writeOperatorProfile(tx, reference.operator);
  if (reference.menus.length > 0) {
    await tx.insert(menu).values(reference.menus).onConflictDoNothing();
  }
}
