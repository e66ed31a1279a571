import { isStorable } from "#app/usecases/notices/typed-fields.ts";
import type { TermsArticle, TermsItem, TermsParagraph } from "#db/schema/terms.ts";

/** An article as its form asks for it: a title and a text in each language. */
export interface TypedArticle {
  titleJa: string;
  titleEn: string;
  bodyJa: string;
  bodyEn: string;
}

/** What is wrong with a field: nothing in it, too much, or paragraphs and items that don't match. */
export type ArticleFaults = Partial<
  Record<keyof TypedArticle, "missing" | "tooLong" | "structure">
>;

const longestTitle = 200;
const longestBody = 20_000;

/** How items begin, such as (7), （7）, ・ or ①. */
const itemStart = /^(\(\d{1,3}\)|（\d{1,3}）|・|[①-⑳])\s*(.*)$/u;

interface Paragraph {
  text: string;
  items: { mark: string; text: string }[];
}

/** A paragraph's text with its items below it, as the form shows it. */
function blockOf(paragraph: TermsParagraph, locale: "ja" | "en"): string {
  const items = (paragraph.items ?? []).map((item) => `${item.mark} ${item[locale]}`);
  return [paragraph[locale], ...items].join("\n");
}

/** An article as its form shows it: paragraphs behind empty lines, each item on a line of its own. */
export function typedArticle(article: TermsArticle): TypedArticle {
  const body = (locale: "ja" | "en") =>
    article.paragraphs.map((paragraph) => blockOf(paragraph, locale)).join("\n\n");
  const { titleJa, titleEn } = article;
  return { titleJa, titleEn, bodyJa: body("ja"), bodyEn: body("en") };
}

function paragraphsOf(body: string, glue: string): Paragraph[] {
  const blocks = body.replaceAll(/\r\n?/g, "\n").split(/\n\s*\n/);
  return blocks
    .map((block) => block.split("\n").map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ""))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const paragraph: Paragraph = { text: "", items: [] };
      for (const line of lines) {
        const [, mark, text] = itemStart.exec(line) ?? [];
        const last = paragraph.items.at(-1);
        if (mark !== undefined && text !== undefined) paragraph.items.push({ mark, text });
        else if (last) last.text = [last.text, line].join(glue);
        else paragraph.text = paragraph.text === "" ? line : [paragraph.text, line].join(glue);
      }
      return paragraph;
    });
}

const shapeOf = (paragraphs: readonly Paragraph[]) =>
  JSON.stringify(paragraphs.map(({ text, items }) => [text !== "", items.map(({ mark }) => mark)]));

/**
 * Reads the form of an article. Both languages must have the same paragraphs and items, since a clause
 * names one place in both.
 */
export function readArticle(
  number: number,
  typed: TypedArticle,
): { article: TermsArticle } | { faults: ArticleFaults } {
  const faults: ArticleFaults = {};
  for (const name of ["titleJa", "titleEn", "bodyJa", "bodyEn"] as const) {
    const longest = name.startsWith("title") ? longestTitle : longestBody;
    if (typed[name].trim() === "") faults[name] = "missing";
    else if (!isStorable(typed[name], longest)) faults[name] = "tooLong";
  }
  const ja = paragraphsOf(typed.bodyJa, "");
  const en = paragraphsOf(typed.bodyEn, " ");
  const isWhole = ja.every(({ text }) => text !== "");
  if (!faults.bodyJa && !faults.bodyEn && (shapeOf(ja) !== shapeOf(en) || !isWhole)) {
    faults.bodyEn = "structure";
  }
  if (Object.keys(faults).length > 0) return { faults };
  const paragraphs = ja.map(({ text, items }, place): TermsParagraph => {
    const other = en[place] as Paragraph;
    const both = items.map(({ mark, text: item }, at): TermsItem => {
      return { mark, ja: item, en: other.items[at]?.text ?? "" };
    });
    const paragraph = { number: place + 1, ja: text, en: other.text };
    return both.length > 0 ? { ...paragraph, items: both } : paragraph;
  });
  const { titleJa, titleEn } = typed;
  return { article: { number, titleJa: titleJa.trim(), titleEn: titleEn.trim(), paragraphs } };
}
