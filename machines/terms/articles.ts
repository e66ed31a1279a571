import { articles } from "./article-list.ts";

type ArticleNumber = (typeof articles)[number]["number"];

/** Names a place in the terms: article `A10`, paragraph `A10.2` or item `A5.4(7)`. */
export type Clause =
  | `A${ArticleNumber}`
  | `A${ArticleNumber}.${number}`
  | `A${ArticleNumber}.${number}(${number})`;

/** A text in the two languages of the portal. */
export interface Bilingual {
  ja: string;
  en: string;
}

/** One article of the terms: its number, title, how many paragraphs it has, what the portal does for it. */
export interface Article {
  number: ArticleNumber;
  title: Bilingual;
  paragraphs: number;
  portal: Bilingual;
}

/**
 * The article (条) to which a clause belongs.
 * Throws RangeError where the article or the paragraph does not exist.
 */
export function articleOf(clause: Clause): Article {
  const match = /^A(\d+)(?:\.(\d+))?(?:\(\d+\))?$/.exec(clause);
  const found: Article | undefined = articles[Number(match?.[1]) - 1];
  const paragraph = Number(match?.[2] ?? 1);
  if (!found || paragraph < 1 || paragraph > found.paragraphs) {
    throw new RangeError(`The terms have no clause ${clause}`);
  }
  return found;
}
