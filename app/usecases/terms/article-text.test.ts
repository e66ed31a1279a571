import { describe, expect, test } from "vitest";
import { termsArticles } from "#db/seed/terms/terms.ts";
import { readArticle, typedArticle } from "./article-text.ts";

test.each(termsArticles.map((article) => [article.number, article] as const))(
  "article %i comes back from its form as it was",
  (number, article) => {
    expect(readArticle(number, typedArticle(article))).toEqual({ article });
  },
);

const typed = {
  titleJa: "料金",
  titleEn: "Fees",
  bodyJa: "料金は次による。\n(1) 年額\n(2) 一時金\n\n支払期日は別に定める。",
  bodyEn: "Fees are these.\n(1) annual\n(2) once\n\nThe due day is set apart.",
};

describe("the form of an article", () => {
  test("is read with its paragraphs and items, whatever its line ends", () => {
    const windows = { ...typed, bodyJa: typed.bodyJa.replaceAll("\n", "\r\n") };
    expect(readArticle(12, windows)).toEqual({
      article: {
        ...{ number: 12, titleJa: "料金", titleEn: "Fees" },
        paragraphs: [
          {
            ...{ number: 1, ja: "料金は次による。", en: "Fees are these." },
            items: [
              { mark: "(1)", ja: "年額", en: "annual" },
              { mark: "(2)", ja: "一時金", en: "once" },
            ],
          },
          { number: 2, ja: "支払期日は別に定める。", en: "The due day is set apart." },
        ],
      },
    });
  });

  test("joins broken lines as each language does", () => {
    const broken = { ...typed, bodyJa: "一行目\n二行目", bodyEn: "first\nsecond" };
    expect(readArticle(1, broken)).toMatchObject({
      article: { paragraphs: [{ ja: "一行目二行目", en: "first second" }] },
    });
  });

  test.each([
    ["an empty title", { titleEn: " " }, { titleEn: "missing" }],
    ["no text", { bodyJa: "\n\n" }, { bodyJa: "missing" }],
    ["a text beyond storing", { bodyEn: "x".repeat(20_001) }, { bodyEn: "tooLong" }],
    ["NUL", { titleJa: "a\0" }, { titleJa: "tooLong" }],
    ["a paragraph less in one language", { bodyEn: "Fees." }, { bodyEn: "structure" }],
    [
      "another mark in one language",
      { bodyEn: typed.bodyEn.replace("(2)", "(3)") },
      { bodyEn: "structure" },
    ],
    [
      "items without a paragraph",
      { bodyJa: "(1) 年額", bodyEn: "(1) annual" },
      { bodyEn: "structure" },
    ],
  ])("says what is wrong with %s", (_, change, faults) => {
    expect(readArticle(12, { ...typed, ...change })).toEqual({ faults });
  });
});
