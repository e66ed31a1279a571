import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { readConsents } from "#db/queries/order-papers.ts";
import { readPersonNames } from "#db/queries/operations/people.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { termsOfService } from "#machines/terms-version/affected.ts";
import { listPublishedTerms, type PublishedDocument } from "./published-terms.ts";

/** A consent or acknowledgement: of which version, when, by whom, from where (A5.1). */
export interface ConsentLine {
  kind: string;
  version: string;
  /** ISO instant. */
  at: string;
  person: string;
  ipAddress: string;
}

/** Which documents bind a contract, which are announced, and what was consented to. */
export interface ContractTerms {
  contractId: string;
  number: string | null;
  status: string;
  /** The terms first, then the specifications of its menus; each with its published versions. */
  documents: PublishedDocument[];
  /** Versions that the contract came under since its formation, the earliest first (A3.1). */
  bound: { version: string; from: string }[];
  /** A version of the terms that needs consent before the order can be accepted (A5.1). */
  awaitedConsent: string | null;
  consents: ConsentLine[];
}

/** The kinds of consent that speak of a version of terms or specification. */
export const versionConsents: readonly string[] = [
  "terms",
  "termsAgain",
  "specification",
  "termsSeen",
];

/** The menus of a contract whose specifications concern it. */
const menusOf = ({ basic, options }: ContractContext): string[] =>
  [basic, ...options].flatMap((menu) => menu?.menuCode ?? []);

async function readStored(tx: Handle, customerId: string, contractId: string) {
  const stored = await readMachineSnapshot(tx, customerId, {
    machineId: contractId,
    kind: "contract",
  });
  if (!stored) throw new Problem("notFound", `no contract ${contractId}`);
  const consents = await readConsents(tx, customerId, contractId);
  return { state: presentState<ContractContext>(stored), consents };
}

/** What is stored of a contract's terms, for whoever may read it. */
export async function contractTerms(
  read: { customerId: string; contractId: string },
  today: string,
): Promise<ContractTerms> {
  const { customerId, contractId } = read;
  const { database } = currentPortal();
  const { state, consents } = await database.transaction({ role: "portal_app", customerId }, (tx) =>
    readStored(tx, customerId, contractId),
  );
  const { context, value } = state;
  const names = await database.transaction({ role: "portal_staff" }, (tx) =>
    readPersonNames(tx, [...new Set(consents.map(({ userId }) => userId))]),
  );
  const wanted = [termsOfService, ...menusOf(context)];
  const published = await listPublishedTerms(today);
  return {
    ...{ contractId, number: context.number, awaitedConsent: context.awaitedConsent },
    status: typeof value === "string" ? value : (Object.keys(value)[0] ?? ""),
    documents: published.filter(({ document }) => wanted.includes(document)),
    bound: context.boundTerms.map(({ versionId, from }) => ({ version: versionId, from })),
    consents: consents
      .filter(({ kind }) => versionConsents.includes(kind))
      .map(({ kind, termsVersion, consentedAt, userId, ipAddress }) => ({
        ...{ kind, version: termsVersion, at: consentedAt.toISOString(), ipAddress },
        person: names[userId] ?? userId,
      })),
  };
}

/**
 * Which terms and specifications bind one of the reader's contracts, with the consents given.
 *
 * @throws Problem `notFound` for a contract of somebody else
 */
export async function readContractTerms(
  principal: Principal,
  contractId: string,
): Promise<ContractTerms> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("notFound", "no identifier");
  const today = tokyoDay(principal.receivedAt).toString();
  return contractTerms({ customerId, contractId }, today);
}
