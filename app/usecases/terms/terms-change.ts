import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { writeConsents } from "#db/queries/order-papers.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { readContractTerms, type ConsentLine, type ContractTerms } from "./contract-terms.ts";
import { differenceBetween, type ArticleDifference } from "./difference.ts";
import { readPublishedVersion, type PublishedVersion } from "./published-terms.ts";

/** A change of a document as one of the customer's people reads it. */
export interface TermsChange {
  contractId: string;
  number: string | null;
  name: Bilingual;
  change: PublishedVersion;
  /** The version before; null where this is the first. */
  previous: PublishedVersion | null;
  difference: ArticleDifference[];
  /** Who has confirmed already to have read it; null for nobody. */
  seen: ConsentLine | null;
  mayConfirm: boolean;
}

function findChange(terms: ContractTerms, version: string) {
  for (const { name, versions } of terms.documents) {
    const place = versions.findIndex((one) => one.version === version);
    const change = versions[place];
    if (change) return { name, change, previous: versions[place + 1] ?? null };
  }
  throw new Problem("notFound", `no version ${version} concerns the contract`);
}

/**
 * A published version of a document of the contract, and what it changes.
 *
 * @throws Problem `notFound` for a contract of somebody else, or a version that does not concern it
 */
export async function readTermsChange(
  principal: Principal,
  contractId: string,
  version: string,
  locale: "ja" | "en",
): Promise<TermsChange> {
  const terms = await readContractTerms(principal, contractId);
  const { name, change, previous } = findChange(terms, version);
  const before = previous ? (await readPublishedVersion(previous.version)).articles : [];
  const after = (await readPublishedVersion(version)).articles;
  const seen = terms.consents.find((one) => one.kind === "termsSeen" && one.version === version);
  return {
    ...{ contractId, number: terms.number, name, change, previous },
    difference: differenceBetween(before, after, locale),
    seen: seen ?? null,
    mayConfirm: principal.roles.includes("owner"),
  };
}

/**
 * Records that the customer has read an announced change, with time, person and address. Nothing
 * depends on it: the version binds on its day in any case (A3.1). A second time changes nothing.
 *
 * @param isConfirmed whether the form says so
 * @throws Problem `notFound` as in reading, `notAllowed` for those who do not sign, `invalid` for a form
 *   that confirms nothing
 */
export async function confirmTermsChange(
  principal: Principal,
  contractId: string,
  version: string,
  isConfirmed: boolean,
): Promise<void> {
  const { customerId } = asMember(principal);
  if (!principal.roles.includes("owner")) throw new Problem("notAllowed", "needs the role owner");
  const change = await readTermsChange(principal, contractId, version, "ja");
  if (!isConfirmed) throw new Problem("invalid", "nothing is confirmed");
  if (change.seen) return;
  const { userId, ipAddress, receivedAt } = principal;
  await currentPortal().database.transaction({ role: "portal_engine" }, (tx) =>
    writeConsents(tx, [
      {
        ...{ customerId, consentId: newIdentifier(), contractId, kind: "termsSeen" },
        ...{ termsVersion: version, consentedAt: new Date(receivedAt), userId, ipAddress },
      },
    ]),
  );
}

/** Announced changes that concern the reader's contract, the earliest day first. */
export function announcedChanges(terms: Pick<ContractTerms, "documents">) {
  return terms.documents
    .flatMap(({ name, versions }) =>
      versions
        .filter(({ standing }) => standing === "coming")
        .map(({ version, from }) => ({ name, version, from })),
    )
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
}
