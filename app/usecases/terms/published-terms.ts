import { currentPortal } from "#app/portal.ts";
import { Problem } from "#app/usecases/problem.ts";
import {
  readPublishedTerms,
  readTermsVersion,
  type TermsVersionRow,
  type TermsVersionWithText,
} from "#db/queries/terms-versions.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { differenceBetween, type ArticleDifference } from "./difference.ts";
import { readDocuments } from "./documents.ts";

const engine = { role: "portal_engine" } as const;

/** A version as everybody may read it. */
export interface PublishedVersion {
  version: string;
  label: string;
  document: string;
  /** ISO day from which it binds, and the last one; null where none follows. */
  from: string;
  until: string | null;
  announcedDay: string | null;
  standing: "past" | "present" | "coming";
  summary: Bilingual | null;
  /** Why it was announced later than a month before (A3.2). */
  lateReason: Bilingual | null;
}

/** A document with its versions, the latest first. */
export interface PublishedDocument {
  document: string;
  name: Bilingual;
  versions: PublishedVersion[];
}

const bilingual = (ja: string | null, en: string | null): Bilingual | null =>
  ja !== null && en !== null ? { ja, en } : null;

const dayBefore = (day: string) =>
  new Date(Date.parse(day) - 24 * 3_600_000).toISOString().slice(0, 10);

/** Versions of one document as everybody may read them: which binds from when until when. */
function published(rows: readonly TermsVersionRow[], today: string): PublishedVersion[] {
  return rows.map((row, place) => {
    const next = rows[place - 1]?.effectiveDay;
    const from = row.effectiveDay ?? "";
    const until = next ? dayBefore(next) : null;
    const isPast = until !== null && until < today;
    const { version, label, document, announcedDay } = row;
    return {
      ...{ version, label, document, announcedDay, from, until },
      standing: from > today ? "coming" : isPast ? "past" : "present",
      summary: bilingual(row.summaryJa, row.summaryEn),
      lateReason: bilingual(row.lateReasonJa, row.lateReasonEn),
    };
  });
}

/** Every document that has a version which binds, bound or will bind (A1, A3.2). */
export async function listPublishedTerms(today: string): Promise<PublishedDocument[]> {
  return currentPortal().database.transaction(engine, async (tx) => {
    const rows = await readPublishedTerms(tx);
    const documents = await readDocuments(tx);
    return documents
      .map(({ document, name }) => {
        const own = rows.filter((row) => row.document === document);
        return { document, name, versions: published(own, today) };
      })
      .filter(({ versions }) => versions.length > 0);
  });
}

const isPublished = ({ status }: TermsVersionRow) =>
  status === "announced" || status === "effective";

/** A published version with its text. Throws Problem `notFound`, also for drafts. */
export async function readPublishedVersion(name: string): Promise<TermsVersionWithText> {
  const row = await currentPortal().database.transaction(engine, (tx) =>
    readTermsVersion(tx, name),
  );
  if (!row || !isPublished(row)) throw new Problem("notFound", `no published version ${name}`);
  return row;
}

/** A published version with its text and its place among the others. Throws Problem `notFound`. */
export async function readPublishedText(name: string, today: string) {
  const { articles, document } = await readPublishedVersion(name);
  const documents = await listPublishedTerms(today);
  const own = documents.find((one) => one.document === document);
  const shown = own?.versions.find(({ version }) => version === name);
  if (!own || !shown) throw new Problem("notFound", `no published version ${name}`);
  return { name: own.name, articles, shown };
}

/** The latest two versions of the terms of service: what a comparison shows where none are named. */
export async function latestTwo(today: string): Promise<{ from: string; to: string }> {
  const [terms] = await listPublishedTerms(today);
  const [to, from] = terms?.versions ?? [];
  if (!to) throw new Problem("notFound", "nothing is published");
  return { from: (from ?? to).version, to: to.version };
}

/** What changes between two published versions of one document. */
export interface Comparison {
  name: Bilingual;
  document: string;
  from: PublishedVersion;
  to: PublishedVersion;
  /** Those that can be compared with each other. */
  versions: PublishedVersion[];
  difference: ArticleDifference[];
}

/**
 * Compares two versions of one document.
 *
 * @throws Problem `notFound` for versions that are not published or are of different documents
 */
export async function compareVersions(
  { from, to }: { from: string; to: string },
  today: string,
  locale: "ja" | "en",
): Promise<Comparison> {
  const [before, after] = await Promise.all([readPublishedVersion(from), readPublishedVersion(to)]);
  if (before.document !== after.document) throw new Problem("notFound", "of two documents");
  const documents = await listPublishedTerms(today);
  const own = documents.find(({ document }) => document === after.document);
  const find = (name: string) => own?.versions.find(({ version }) => version === name);
  const [old, fresh] = [find(from), find(to)];
  if (!own || !old || !fresh) throw new Problem("notFound", "not published");
  return {
    ...{ name: own.name, document: own.document, versions: own.versions, from: old, to: fresh },
    difference: differenceBetween(before.articles, after.articles, locale),
  };
}
