import { readTermsOn } from "#db/queries/catalog.ts";
import { currentPortal } from "#app/portal.ts";
import { Problem } from "#app/usecases/problem.ts";

export interface TermsItem {
  mark: string;
  ja: string;
  en: string;
}

export interface TermsParagraph {
  number: number;
  ja: string;
  en: string;
  items?: TermsItem[];
}

export interface TermsArticle {
  number: number;
  titleJa: string;
  titleEn: string;
  paragraphs: TermsParagraph[];
}

/** A version of the terms (約款) with the day from which it binds. */
export interface Terms {
  version: string;
  effectiveDay: string;
  articles: TermsArticle[];
}

/**
 * The terms that bind on a day (A1, A3). Throws `notFound` before the first version.
 *
 * @param day ISO day in Asia/Tokyo
 */
export async function currentTerms(day: string): Promise<Terms> {
  const row = await currentPortal().database.transaction({ role: "portal_engine" }, (tx) =>
    readTermsOn(tx, day),
  );
  if (!row) throw new Problem("notFound", `no terms bind on ${day}`);
  const { version, effectiveDay } = row;
  return { version, effectiveDay, articles: row.articles as TermsArticle[] };
}
