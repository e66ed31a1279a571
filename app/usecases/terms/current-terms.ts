import { readTermsOn, type TermsVersionWithText } from "#db/queries/terms-versions.ts";
import { currentPortal } from "#app/portal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { termsOfService } from "#machines/terms-version/affected.ts";

/** A version of the terms (約款) with the day from which it binds. */
export type Terms = Pick<TermsVersionWithText, "version" | "articles"> & { effectiveDay: string };

/**
 * The terms that bind on a day (A1, A3). Throws `notFound` before the first version.
 *
 * @param day ISO day in Asia/Tokyo
 */
export async function currentTerms(day: string): Promise<Terms> {
  const row = await currentPortal().database.transaction({ role: "portal_engine" }, (tx) =>
    readTermsOn(tx, termsOfService, day),
  );
  if (!row?.effectiveDay) throw new Problem("notFound", `no terms bind on ${day}`);
  const { version, effectiveDay, articles } = row;
  return { version, effectiveDay, articles };
}
