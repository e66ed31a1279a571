import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { termsArticles } from "#db/seed/terms/terms.ts";
import type { TermsArticle } from "#db/schema/terms.ts";
import { differenceBetween, piecesBetween, type Piece } from "./difference.ts";
import { stepsBetween } from "./longest-common.ts";

const textOf = (pieces: readonly Piece[], without: Piece["kind"]) =>
  pieces.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");

describe("between two texts", () => {
  test("words that go and come stand out, the rest stays", () => {
    expect(piecesBetween("Pay within 30 days.", "Pay within 14 days.", "en")).toEqual([
      { kind: "same", text: "Pay within " },
      { kind: "removed", text: "30" },
      { kind: "added", text: "14" },
      { kind: "same", text: " days." },
    ]);
  });

  test("Japanese is compared by words, too", () => {
    const pieces = piecesBetween(
      "料金は翌月末日までに支払う。",
      "料金は翌月10日までに支払う。",
      "ja",
    );
    expect(pieces[0]).toEqual({ kind: "same", text: "料金は翌月" });
    expect(pieces.at(-1)).toEqual({ kind: "same", text: "までに支払う。" });
    expect(textOf(pieces, "added")).toBe("料金は翌月末日までに支払う。");
  });

  test("without what came it is the old text, without what went the new one", () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom("a ", "b ", "c", "、", "契約", "料金"), maxLength: 60 }),
      fc.string({ unit: "grapheme", maxLength: 30 }),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom("ja" as const, "en" as const), (a, b, locale) => {
        const pieces = piecesBetween(a, b, locale);
        expect(textOf(pieces, "added")).toBe(a);
        expect(textOf(pieces, "removed")).toBe(b);
        const kinds = pieces.map(({ kind }) => kind);
        expect(kinds.every((kind, at) => kind !== kinds[at + 1])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("as much stays as can: no common sequence is longer", () => {
    const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 });
    const isWithin = (part: readonly string[], all: readonly string[]): boolean => {
      let at = 0;
      for (const item of all) if (item === part[at]) at += 1;
      return at === part.length;
    };
    fc.assert(
      fc.property(list, list, (a, b) => {
        const same = stepsBetween(a, b).filter(({ kind }) => kind === "same").length;
        for (let chosen = 0; chosen < 2 ** a.length; chosen += 1) {
          const part = a.filter((_, at) => chosen & (1 << at));
          if (part.length > same) expect(isWithin(part, b)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("texts beyond any page are still told apart", () => {
    const words = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`);
    const steps = stepsBetween(words("a"), words("b"));
    expect(steps).toHaveLength(6000);
    expect(steps.every(({ kind }) => kind !== "same")).toBe(true);
  });
});

describe("between two versions", () => {
  const article = (number: number, paragraphs: TermsArticle["paragraphs"]): TermsArticle => {
    return { number, titleJa: "料金", titleEn: "Fees", paragraphs };
  };
  const pay = { number: 1, ja: "料金は見積書による。", en: "Fees follow the quote." };
  const due = { number: 2, ja: "翌月末日までに支払う。", en: "Pay by the end of the next month." };

  test("a version differs from itself in nothing", () => {
    for (const locale of ["ja", "en"] as const) {
      const found = differenceBetween(termsArticles, termsArticles, locale);
      expect(found).toHaveLength(35);
      expect(found.every(({ kind }) => kind === "same")).toBe(true);
    }
  });

  test("a paragraph put between two leaves both of them as they were", () => {
    const late = { number: 2, ja: "口座振替も選べる。", en: "Direct debit is possible." };
    const [found] = differenceBetween(
      [article(12, [pay, due])],
      [article(12, [pay, late, { ...due, number: 3 }])],
      "en",
    );
    expect(found?.kind).toBe("changed");
    expect(found?.lines.map(({ kind, mark }) => [mark, kind])).toEqual([
      ["1", "same"],
      ["2", "added"],
      ["3", "same"],
    ]);
  });

  test("a reworded paragraph is one that changed, another one goes and comes", () => {
    const reworded = { ...due, en: "Pay by the 10th of the next month." };
    const another = { ...due, en: "Courts in Tokyo decide." };
    const kinds = (after: typeof due) =>
      differenceBetween([article(12, [pay, due])], [article(12, [pay, after])], "en")[0]?.lines.map(
        ({ kind }) => kind,
      );
    expect(kinds(reworded)).toEqual(["same", "changed"]);
    expect(kinds(another)).toEqual(["same", "removed", "added"]);
  });

  test("items, titles, and whole articles that come or go are told", () => {
    const listed = { ...pay, items: [{ mark: "(1)", ja: "甲", en: "One" }] };
    const after = [{ ...article(12, [listed]), titleEn: "Fees and tax" }, article(13, [due])];
    const found = differenceBetween([article(11, [pay]), article(12, [pay])], after, "en");
    expect(found.map(({ number, kind }) => [number, kind])).toEqual([
      [11, "removed"],
      [12, "changed"],
      [13, "added"],
    ]);
    expect(found[1]?.title.map(({ kind }) => kind)).toEqual(["same", "added"]);
    expect(found[1]?.lines.at(-1)).toMatchObject({ isItem: true, mark: "(1)", kind: "added" });
  });
});
