import type { Portal } from "#app/portal.ts";
import type { ReferenceTerms } from "#db/queries/load-reference.ts";
import { ensureOperatorCustomer } from "#db/queries/operator-customer.ts";
import { readTermsVersion, writeTermsText } from "#db/queries/terms-versions.ts";
import { dayOf } from "#machines/calendar.ts";
import { hashOf } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { bindsFrom } from "#machines/terms/a03-amendment.ts";
import { termsOfService } from "#machines/terms-version/affected.ts";
import { termsVersionIdOf } from "#machines/terms-version/definition.ts";

/** The name of a version: its number, for a specification (仕様書) behind the menu's code. */
export function versionName(document: string, label: string): string {
  return document === termsOfService ? label : `${document} ${label}`;
}

/**
 * Makes versions known that bind without having been announced here, because the portal is new to the
 * operator's contracts (A1). A version whose name is known already stays as it is.
 */
export async function adoptTerms(
  { database, dispatch, clock }: Pick<Portal, "database" | "dispatch" | "clock">,
  versions: readonly ReferenceTerms[],
): Promise<void> {
  const now = await clock.now();
  const engine = { role: "portal_engine" } as const;
  await database.transaction(engine, (tx) => ensureOperatorCustomer(tx, operatorCustomerId, now));
  for (const { menuCode, version: label, effectiveDay, articles } of versions) {
    const document = menuCode ?? termsOfService;
    const version = versionName(document, label);
    const known = await database.transaction(engine, (tx) => readTermsVersion(tx, version));
    if (known) continue;
    const textHash = hashOf(articles);
    const from = bindsFrom(dayOf(effectiveDay));
    const receivedAt = from < now.toISOString() ? from : now.toISOString();
    const outcome = await dispatch(
      {
        customerId: operatorCustomerId,
        machineId: termsVersionIdOf(version),
        kind: "termsVersion",
        commandId: "adopt",
        actor: { kind: "portal" },
        receivedAt,
        event: { type: "adopt", version, document, label, textHash, effectiveDay },
      },
      (tx) => writeTermsText(tx, { textHash, articles, savedAt: now, savedBy: null }),
    );
    if (!outcome.ok)
      throw new Error(`The version ${version} was refused: ${outcome.refusal.detail}`);
  }
}
