import { expect, test } from "vitest";

import { termsArticles } from "./terms.ts";

/** Number of paragraphs of each article, 1 to 35. */
const PARAGRAPHS = [
  3, 1, 2, 1, 5, 1, 6, 4, 2, 2, 1, 2, 2, 7, 3, 3, 2, 3, 4, 3, 3, 5, 2, 1, 5, 2, 2, 4, 1, 6, 1, 4, 1,
  1, 1,
];

const ITEMS: Record<string, number> = {
  "A5.4": 9,
  "A7.3": 9,
  "A13.1": 2,
  "A15.1": 17,
  "A16.1": 9,
  "A19.1": 6,
  "A22.1": 5,
  "A22.5": 7,
  "A26.2": 2,
  "A30.1": 2,
  "A30.2": 4,
  "A32.1": 6,
};

const paragraphs = termsArticles.flatMap((article) =>
  article.paragraphs.map((paragraph) => ({
    ...paragraph,
    clause: `A${article.number}.${paragraph.number}`,
  })),
);

/** The text of a clause in both languages, items joined. */
function clauseText(clause: string): { ja: string; en: string } {
  const [, paragraph, mark] = /^(A\d+\.\d+)(\(\d+\))?$/.exec(clause) ?? [];
  const found = paragraphs.find((candidate) => candidate.clause === paragraph);
  const text = mark ? found?.items?.find((item) => item.mark === mark) : found;
  return { ja: text?.ja ?? "", en: text?.en ?? "" };
}

test("there are 35 articles, each with its paragraphs in order", () => {
  expect(termsArticles.map((article) => article.number)).toEqual(
    Array.from({ length: 35 }, (_, index) => index + 1),
  );
  for (const [index, article] of termsArticles.entries()) {
    const length = PARAGRAPHS[index] ?? 0;
    expect(
      article.paragraphs.map((paragraph) => paragraph.number),
      `A${article.number}`,
    ).toEqual(Array.from({ length }, (_, paragraph) => paragraph + 1));
  }
});

test("the paragraphs that have numbered items have all of them", () => {
  const numbered = paragraphs.filter(({ items }) => items?.[0]?.mark.startsWith("("));
  expect(Object.fromEntries(numbered.map(({ clause, items }) => [clause, items?.length]))).toEqual(
    ITEMS,
  );
  for (const { clause, items } of numbered) {
    const marks = items?.map((item) => item.mark);
    expect(marks, clause).toEqual(marks?.map((_, index) => `(${index + 1})`));
  }
});

test("both languages are there, and each is written in its own language", () => {
  const texts = paragraphs.flatMap((paragraph) => [paragraph, ...(paragraph.items ?? [])]);
  for (const { ja, en } of [
    ...texts,
    ...termsArticles.map(({ titleJa, titleEn }) => ({ ja: titleJa, en: titleEn })),
  ]) {
    expect(ja).toMatch(/[ぁ-ん一-龠]/);
    expect(en).toMatch(/^[\x20-\x7e]+$/);
  }
});

test.each([
  ["A3.2", "1か月", "one month"],
  ["A8.1", "1か月", "one month"],
  ["A10.1", "1年", "one year"],
  ["A10.2", "2か月", "two months"],
  ["A11.1", "7日", "seven days"],
  ["A12.2", "翌月の末日", "last day of the following month"],
  ["A14.3", "14.6パーセント", "14.6 percent"],
  ["A16.1(1)", "催告", "demand"],
  ["A17.1", "2か月", "two months"],
  ["A17.2", "翌月の末日", "month after the month"],
  ["A20.2", "6か月", "six months"],
  ["A21.2", "12分の1", "one twelfth"],
  ["A21.3", "1年", "one year"],
  ["A22.5(4)", "月に1回", "once a month"],
  ["A30.1(2)", "30日", "thirty days"],
  ["A30.6", "3年", "three years"],
])("%s keeps its number", (clause, ja, en) => {
  expect(clauseText(clause).ja).toContain(ja);
  expect(clauseText(clause).en).toContain(en);
});
