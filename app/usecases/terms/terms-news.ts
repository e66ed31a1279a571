import { awaitedVersions } from "#app/usecases/orders/awaited-consents.ts";
import type { Principal } from "#app/usecases/principal.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { readContractTerms } from "./contract-terms.ts";
import { announcedChanges } from "./terms-change.ts";

/** What there is to say of a contract's terms now. */
export interface TermsNews {
  /** Announced versions that will bind it, the earliest first. */
  changes: { name: Bilingual; version: string; from: string }[];
  /** Whether the order waits for consent to terms that came to bind after it (A5.1). */
  isConsentAwaited: boolean;
}

const concerned = ["submitted", "accepted", "preparing", "active"];

/**
 * What a contract's page says of its terms.
 *
 * @throws Problem `notFound` for a contract of somebody else
 */
export async function readTermsNews(principal: Principal, contractId: string): Promise<TermsNews> {
  const terms = await readContractTerms(principal, contractId);
  const isConcerned = concerned.includes(terms.status);
  return {
    changes: isConcerned ? announcedChanges(terms) : [],
    isConsentAwaited: awaitedVersions(terms).length > 0,
  };
}
