import { and, asc, count, desc, eq, getTableColumns, inArray, lte, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { termsText, termsVersion, type TermsArticle } from "#db/schema/terms.ts";

export type TermsVersionRow = typeof termsVersion.$inferSelect;

/** A version with its text. */
export type TermsVersionWithText = TermsVersionRow & { articles: readonly TermsArticle[] };

const withText = { ...getTableColumns(termsVersion), articles: termsText.articles };

/** What binds, or will: from its day on it binds, though the worker may not have come to it yet. */
const isPublished = inArray(termsVersion.status, ["announced", "effective"]);

/** The later one first; of two with the same day the one that was announced last. */
const latestFirst = [
  desc(termsVersion.effectiveDay),
  sql`${termsVersion.announcedDay} desc nulls last`,
  desc(termsVersion.version),
];

/** The version of a document that binds on a day, or null before the first one. */
export async function readTermsOn(
  tx: Handle,
  document: string,
  day: string,
): Promise<TermsVersionWithText | null> {
  const [row] = await tx
    .select(withText)
    .from(termsVersion)
    .innerJoin(termsText, eq(termsText.textHash, termsVersion.textHash))
    .where(
      and(eq(termsVersion.document, document), isPublished, lte(termsVersion.effectiveDay, day)),
    )
    .orderBy(...latestFirst)
    .limit(1);
  return row ?? null;
}

/** A version by its name with its text, or null. */
export async function readTermsVersion(
  tx: Handle,
  version: string,
): Promise<TermsVersionWithText | null> {
  const [row] = await tx
    .select(withText)
    .from(termsVersion)
    .innerJoin(termsText, eq(termsText.textHash, termsVersion.textHash))
    .where(eq(termsVersion.version, version));
  return row ?? null;
}

/** Versions by their names, without texts. */
export async function readTermsVersions(
  tx: Handle,
  versions: readonly string[],
): Promise<TermsVersionRow[]> {
  if (versions.length === 0) return [];
  return tx
    .select()
    .from(termsVersion)
    .where(inArray(termsVersion.version, [...versions]));
}

/** The versions of one document or of all that bind, bound or will bind, the latest first. */
export async function readPublishedTerms(
  tx: Handle,
  document?: string,
): Promise<TermsVersionRow[]> {
  return tx
    .select()
    .from(termsVersion)
    .where(and(isPublished, document ? eq(termsVersion.document, document) : undefined))
    .orderBy(...latestFirst);
}

/** What a list of versions is narrowed by; empty texts narrow nothing. */
export interface TermsSearch {
  document: string;
  status: string;
}

/** One page of all versions, drafts first, then the latest effective day first, and how many there are. */
export async function searchTermsVersions(
  tx: Handle,
  { document, status }: TermsSearch,
  page: { offset: number; limit: number },
): Promise<{ rows: TermsVersionRow[]; total: number }> {
  const where = and(
    document ? eq(termsVersion.document, document) : undefined,
    status ? eq(termsVersion.status, status) : undefined,
  );
  const [counted] = await tx.select({ total: count() }).from(termsVersion).where(where);
  const rows = await tx
    .select()
    .from(termsVersion)
    .where(where)
    .orderBy(sql`${termsVersion.effectiveDay} desc nulls first`, asc(termsVersion.version))
    .limit(page.limit)
    .offset(page.offset);
  return { rows, total: counted?.total ?? 0 };
}

/** Stores a text under its hash; one that is there already stays. */
export async function writeTermsText(
  tx: Handle,
  text: typeof termsText.$inferInsert,
): Promise<void> {
  await tx.insert(termsText).values(text).onConflictDoNothing();
}
