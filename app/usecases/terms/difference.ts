import type { TermsArticle } from "#db/schema/terms.ts";
import { stepsBetween } from "./longest-common.ts";

type Locale = "ja" | "en";

/** A stretch of text that stays, goes or comes. */
export interface Piece {
  kind: "same" | "removed" | "added";
  text: string;
}

/** A paragraph (項) or item (号) with what changes in it; `mark` is its number as written. */
export interface LineDifference {
  kind: "same" | "removed" | "added" | "changed";
  mark: string;
  isItem: boolean;
  pieces: Piece[];
}

/** An article (条), or a section of a specification, with what changes in it. */
export interface ArticleDifference {
  number: number;
  kind: "same" | "removed" | "added" | "changed";
  title: Piece[];
  lines: LineDifference[];
}

interface Line {
  mark: string;
  isItem: boolean;
  text: string;
}

/** Lines that share less than this part of their words are not the same line reworded. */
const leastLikeness = 0.4;

const segmenters = {
  ja: new Intl.Segmenter("ja", { granularity: "word" }),
  en: new Intl.Segmenter("en", { granularity: "word" }),
};

const wordsOf = (text: string, locale: Locale): string[] =>
  [...segmenters[locale].segment(text)].map(({ segment }) => segment);

/** What changes between two texts, word by word; neighbours of one kind are one piece. */
export function piecesBetween(before: string, after: string, locale: Locale): Piece[] {
  const [old, fresh] = [wordsOf(before, locale), wordsOf(after, locale)];
  const pieces: Piece[] = [];
  for (const step of stepsBetween(old, fresh)) {
    const text = (step.kind === "added" ? fresh[step.after] : old[step.before]) ?? "";
    const last = pieces.at(-1);
    if (last?.kind === step.kind) last.text += text;
    else pieces.push({ kind: step.kind, text });
  }
  return pieces;
}

function likeness(pieces: readonly Piece[]): number {
  const sum = (kinds: readonly Piece["kind"][]) =>
    pieces.reduce((all, { kind, text }) => all + (kinds.includes(kind) ? text.length : 0), 0);
  const longer = Math.max(sum(["same", "removed"]), sum(["same", "added"]));
  return longer === 0 ? 1 : sum(["same"]) / longer;
}

const linesOf = ({ paragraphs }: TermsArticle, locale: Locale): Line[] =>
  paragraphs.flatMap((paragraph) => [
    {
      mark: paragraphs.length > 1 ? String(paragraph.number) : "",
      isItem: false,
      text: paragraph[locale],
    },
    ...(paragraph.items ?? []).map((item) => ({
      ...{ mark: item.mark, isItem: true, text: item[locale] },
    })),
  ]);

const whole = (kind: "same" | "removed" | "added", line: Line): LineDifference => {
  const { mark, isItem, text } = line;
  return { kind, mark, isItem, pieces: [{ kind, text }] };
};

/** Lines that went and came between two that stayed: those that are alike are one line reworded. */
function pairUp(gone: readonly Line[], come: readonly Line[], locale: Locale): LineDifference[] {
  const lines: LineDifference[] = [];
  let next = 0;
  for (const old of gone) {
    const at = come.findIndex((fresh, place) => {
      if (place < next || fresh.isItem !== old.isItem) return false;
      return likeness(piecesBetween(old.text, fresh.text, locale)) >= leastLikeness;
    });
    if (at < 0) {
      lines.push(whole("removed", old));
      continue;
    }
    lines.push(...come.slice(next, at).map((fresh) => whole("added", fresh)));
    const fresh = come[at] as Line;
    const pieces = piecesBetween(old.text, fresh.text, locale);
    lines.push({ kind: "changed", mark: fresh.mark, isItem: fresh.isItem, pieces });
    next = at + 1;
  }
  return [...lines, ...come.slice(next).map((fresh) => whole("added", fresh))];
}

function linesBetween(
  before: readonly Line[],
  after: readonly Line[],
  locale: Locale,
): LineDifference[] {
  const keyOf = ({ isItem, text }: Line) => `${isItem ? "item" : "paragraph"} ${text}`;
  const lines: LineDifference[] = [];
  let [gone, come]: [Line[], Line[]] = [[], []];
  for (const step of stepsBetween(before.map(keyOf), after.map(keyOf))) {
    if (step.kind === "removed") gone.push(before[step.before] as Line);
    else if (step.kind === "added") come.push(after[step.after] as Line);
    else {
      lines.push(...pairUp(gone, come, locale), whole("same", after[step.after] as Line));
      [gone, come] = [[], []];
    }
  }
  return [...lines, ...pairUp(gone, come, locale)];
}

const titleIn = (article: TermsArticle | undefined, locale: Locale): string =>
  (locale === "ja" ? article?.titleJa : article?.titleEn) ?? "";

function kindOf(before: TermsArticle | undefined, isSame: boolean, after?: TermsArticle) {
  if (!before) return "added" as const;
  if (!after) return "removed" as const;
  return isSame ? ("same" as const) : ("changed" as const);
}

/**
 * What changes between two versions of a document, article by article in the order of their numbers,
 * those that stay included.
 *
 * @param before the articles of the earlier version; none where there was no earlier one
 */
export function differenceBetween(
  before: readonly TermsArticle[],
  after: readonly TermsArticle[],
  locale: Locale,
): ArticleDifference[] {
  const numbers = [...new Set([...before, ...after].map(({ number }) => number))];
  return numbers
    .toSorted((one, other) => one - other)
    .map((number) => {
      const old = before.find((article) => article.number === number);
      const fresh = after.find((article) => article.number === number);
      const title = piecesBetween(titleIn(old, locale), titleIn(fresh, locale), locale);
      const lines = linesBetween(
        old ? linesOf(old, locale) : [],
        fresh ? linesOf(fresh, locale) : [],
        locale,
      );
      const parts = [...title, ...lines];
      const isSame = parts.every(({ kind }) => kind === "same");
      return { number, kind: kindOf(old, isSame, fresh), title, lines };
    });
}
