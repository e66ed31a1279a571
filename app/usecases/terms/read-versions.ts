import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { countSpreadTargets } from "#db/queries/spread.ts";
import { countTermsDeliveries, type DeliveryCounts } from "#db/queries/terms-deliveries.ts";
import {
  readPublishedTerms,
  readTermsVersion,
  searchTermsVersions,
  type TermsVersionRow,
  type TermsVersionWithText,
} from "#db/queries/terms-versions.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { hashOf } from "#machines/engine/hash.ts";
import { lastAnnouncementDay } from "#machines/terms/a03-amendment.ts";
import { affectedBy } from "#machines/terms-version/affected.ts";
import { differenceBetween, type ArticleDifference } from "./difference.ts";
import { readDocuments, type TermsDocument } from "./documents.ts";

/** The states by which the list can be narrowed. */
export const versionStatuses = ["draft", "announced", "effective", "withdrawn"] as const;

/** One page of all versions. */
export interface VersionList {
  rows: TermsVersionRow[];
  documents: TermsDocument[];
  total: number;
  /** Counted from 1. */
  page: number;
  pages: number;
}

const rowsPerPage = 20;
const pageOf = (text: string | null) => (/^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : 1);
const staff = { role: "portal_staff" } as const;

/**
 * One page of the versions of all documents. What names no document, state or page narrows nothing.
 * Throws Problem `notAllowed` for other roles.
 */
export async function listVersions(
  principal: Principal,
  wanted: { document: string | null; status: string | null; page: string | null },
): Promise<VersionList> {
  asStaff(principal, "operations");
  const status = versionStatuses.find((name) => name === wanted.status) ?? "";
  const page = pageOf(wanted.page);
  return currentPortal().database.transaction(staff, async (tx) => {
    const documents = await readDocuments(tx);
    const known = documents.find(({ document }) => document === wanted.document);
    const search = { document: known?.document ?? "", status };
    const place = { offset: (page - 1) * rowsPerPage, limit: rowsPerPage };
    const { rows, total } = await searchTermsVersions(tx, search, place);
    return { rows, total, documents, page, pages: Math.max(1, Math.ceil(total / rowsPerPage)) };
  });
}

/** A version as staff see it. */
export interface VersionForStaff {
  version: TermsVersionWithText;
  document: TermsDocument;
  today: string;
  /** The version that it follows, and what changes against it. */
  previous: TermsVersionRow | null;
  difference: ArticleDifference[];
  /** Whether the stored text is the one whose hash its machine holds. */
  isIntact: boolean;
  /** The last day on which it could be announced in time, once it has a day. */
  lastDay: { day: string; derivation: Derivation } | null;
  affected: { machines: number; customers: number };
  deliveries: DeliveryCounts;
}

/** The published version that one follows: that before its day, for a draft the latest. */
async function previousOf(
  tx: Parameters<typeof readPublishedTerms>[0],
  { document, version, effectiveDay, status }: TermsVersionRow,
): Promise<TermsVersionWithText | null> {
  const published = await readPublishedTerms(tx, document);
  const others = published.filter((row) => row.version !== version);
  const isPublished = status === "announced" || status === "effective";
  const before = others.find(
    (row) => !isPublished || !effectiveDay || (row.effectiveDay ?? "") < effectiveDay,
  );
  return before ? readTermsVersion(tx, before.version) : null;
}

/**
 * A version with its difference to the one before, its dates and what became of its announcement.
 *
 * @throws Problem `notFound`, or `notAllowed` for other roles
 */
export async function readVersionForStaff(
  principal: Principal,
  name: string,
  locale: "ja" | "en",
): Promise<VersionForStaff> {
  asStaff(principal, "operations");
  const today = tokyoDay(principal.receivedAt).toString();
  return currentPortal().database.transaction(staff, async (tx) => {
    const version = await readTermsVersion(tx, name);
    if (!version) throw new Problem("notFound", `no version ${name}`);
    const documents = await readDocuments(tx);
    const { document, effectiveDay, textHash, articles } = version;
    const last = effectiveDay ? lastAnnouncementDay(dayOf(effectiveDay)) : null;
    const found = await previousOf(tx, version);
    const previous = found && { ...found, articles: undefined };
    return {
      ...{ version, today, previous },
      document: documents.find((one) => one.document === document) ?? {
        ...{ document, name: { ja: document, en: document } },
      },
      difference: differenceBetween(found?.articles ?? [], articles, locale),
      isIntact: hashOf(articles) === textHash,
      lastDay: last && { day: last.day.toString(), derivation: last.derivation },
      affected: await countSpreadTargets(tx, affectedBy(document)),
      deliveries: await countTermsDeliveries(tx, name),
    };
  });
}
