import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { readContractTerms, type ContractTerms } from "#app/usecases/terms/contract-terms.ts";
import { differenceBetween, type ArticleDifference } from "#app/usecases/terms/difference.ts";
import {
  readPublishedVersion,
  type PublishedVersion,
} from "#app/usecases/terms/published-terms.ts";
import { writeConsents } from "#db/queries/order-papers.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { Bilingual } from "#machines/terms/articles.ts";

/** A version that came to bind after an order was sent and that nobody of the customer consented to. */
export interface AwaitedVersion {
  name: Bilingual;
  version: PublishedVersion;
  /** That which bound when the order was sent; null where there was none. */
  previous: PublishedVersion | null;
}

/** An order that needs consent again before it can be accepted (A5.1). */
export interface AwaitedConsents {
  contractId: string;
  number: string;
  changes: (AwaitedVersion & { difference: ArticleDifference[] })[];
}

/**
 * The versions that an order needs consent to before it can be accepted: those of its documents that
 * came to bind after it was sent (A5.1). None once it is decided.
 */
export function awaitedVersions(terms: ContractTerms): AwaitedVersion[] {
  const sent = terms.consents.find(({ kind }) => kind === "terms");
  if (terms.status !== "submitted" || !sent) return [];
  const sentDay = tokyoDay(sent.at).toString();
  const consented = new Set(terms.consents.map(({ version }) => version));
  return terms.documents.flatMap(({ name, versions }) => {
    const version = versions.find(({ standing }) => standing === "present");
    if (!version) return [];
    const isNew = version.from > sentDay && !consented.has(version.version);
    const isAwaited = version.version === terms.awaitedConsent || isNew;
    const previous = versions.find(({ from }) => from <= sentDay) ?? null;
    return isAwaited ? [{ name, version, previous }] : [];
  });
}

async function textOf(version: PublishedVersion | null) {
  return version ? (await readPublishedVersion(version.version)).articles : [];
}

/**
 * What changed since an order was sent, for the page that asks for consent again.
 *
 * @throws Problem `notFound` for somebody else's order, or one that needs no consent
 */
export async function readAwaitedConsents(
  principal: Principal,
  contractId: string,
  locale: "ja" | "en",
): Promise<AwaitedConsents> {
  const terms = await readContractTerms(principal, contractId);
  const awaited = awaitedVersions(terms);
  if (awaited.length === 0) throw new Problem("notFound", "no consent is awaited");
  const changes = await Promise.all(
    awaited.map(async (change) => ({
      ...change,
      difference: differenceBetween(
        await textOf(change.previous),
        await textOf(change.version),
        locale,
      ),
    })),
  );
  return { contractId, number: terms.number ?? "", changes };
}

/**
 * Consents to what changed since an order was sent, with time, person and address (A5.1).
 *
 * @param seen the versions that were shown
 * @param isTicked whether the box that says so was ticked
 * @returns `changed` where others are awaited by now; `notTicked` and `changed` record nothing
 * @throws Problem `notFound` for somebody else's order, `notAllowed` for those who do not sign
 */
export async function consentAgain(
  principal: Principal,
  contractId: string,
  seen: readonly string[],
  isTicked: boolean,
): Promise<"consented" | "changed" | "notTicked"> {
  const { customerId, actor } = asMember(principal);
  if (!principal.roles.includes("owner")) throw new Problem("notAllowed", "needs the role owner");
  const terms = await readContractTerms(principal, contractId);
  const awaited = awaitedVersions(terms).map(({ version }) => version.version);
  if (awaited.length === 0) return "consented";
  if (!isTicked) return "notTicked";
  if (awaited.toSorted().join() !== seen.toSorted().join()) return "changed";
  const { userId, ipAddress, receivedAt } = principal;
  const consents = awaited.map((termsVersion) => ({
    ...{ customerId, consentId: newIdentifier(), contractId, kind: "termsAgain", termsVersion },
    ...{ consentedAt: new Date(receivedAt), userId, ipAddress },
  }));
  const { database, dispatch } = currentPortal();
  const versionId = awaited.find((version) => version === terms.awaitedConsent);
  if (versionId === undefined) {
    await database.transaction({ role: "portal_engine" }, (tx) => writeConsents(tx, consents));
    return "consented";
  }
  const outcome = await dispatch(
    {
      ...{ customerId, machineId: contractId, kind: "contract", actor, receivedAt },
      commandId: `consentToTerms/${versionId}`,
      event: { type: "consentToTerms", versionId },
    },
    (tx) => writeConsents(tx, consents),
  );
  accepted(outcome);
  return "consented";
}
