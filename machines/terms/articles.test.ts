import { describe, expect, test } from "vitest";
import { articles } from "./article-list.ts";
import { articleOf, type Clause } from "./articles.ts";

test("there are 35 articles in order, all in both languages", () => {
  expect(articles.map(({ number }) => number)).toEqual(Array.from({ length: 35 }, (_, n) => n + 1));
  for (const { title, portal } of articles) {
    for (const text of [title.en, portal.en]) expect(text).toMatch(/^[A-Z][\x20-\x7e]+$/);
    for (const text of [title.ja, portal.ja]) expect(text).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(portal.ja).toMatch(/(ます|ません)。$/);
  }
  expect(new Set(articles.map(({ title }) => title.en)).size).toBe(35);
});

describe("articleOf", () => {
  test.each([
    ["A10.2", 10, "利用期間"],
    ["A17.1", 17, "利用契約の中途解約"],
    ["A5.4(7)", 5, "利用契約の成立"],
    ["A22.5(4)", 22, "免責事項"],
    ["A35", 35, "協議"],
  ] as const)("%s belongs to article %i", (clause, number, title) => {
    expect(articleOf(clause)).toMatchObject({ number, title: { ja: title } });
  });

  test.each(["A17.3", "A1.0", "A10.9", "A36", "B1", "A", "A5.4(x)", ""])(
    "there is no clause %j",
    (clause) => {
      expect(() => articleOf(clause as Clause)).toThrow(RangeError);
    },
  );

  test("the compiler refuses articles that do not exist", () => {
    // @ts-expect-error The terms end with article 35.
    const beyond: Clause = "A36.1";
    // @ts-expect-error Clauses begin with a capital A.
    const small: Clause = "a10.2";
    for (const clause of [beyond, small]) expect(() => articleOf(clause)).toThrow(RangeError);
  });
});
