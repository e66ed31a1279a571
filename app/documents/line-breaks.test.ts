import * as fc from "fast-check";
import { expect, test } from "vitest";

import { lineBreakPieces, unhyphenated } from "./line-breaks.ts";

test("Japanese breaks between characters", () => {
  expect(lineBreakPieces("請求書の件")).toEqual(["請", "求", "書", "の", "件"]);
});

test("a forbidden line start stays with what precedes it", () => {
  expect(lineBreakPieces("です。")).toEqual(["で", "す。"]);
  expect(lineBreakPieces("サーバー")).toEqual(["サー", "バー"]);
  expect(lineBreakPieces("ちょっと")).toEqual(["ちょっ", "と"]);
});

test("a forbidden line end stays with what follows it", () => {
  expect(lineBreakPieces("税（込）")).toEqual(["税", "（込）"]);
  expect(lineBreakPieces("〒100-0001東")).toEqual(["〒100-0001", "東"]);
});

test("numbers and Latin words stay whole beside Japanese", () => {
  expect(lineBreakPieces("2026/03/31までに¥4,791,600を")).toEqual([
    "2026/03/31",
    "ま",
    "で",
    "に",
    "¥4,791,600",
    "を",
  ]);
  expect(lineBreakPieces("12,000円")).toEqual(["12,000円"]);
});

test("a long address breaks somewhere", () => {
  const pieces = lineBreakPieces(`https://portal.example/${"a".repeat(100)}`);
  expect(pieces.length).toBeGreaterThan(3);
});

test("no text is lost or added, and no forbidden character stands first or last", () => {
  const alphabet = fc.constantFrom(..."請求書のー、。」（「ゃッaA1,.円¥〒𠮟が");
  fc.assert(
    fc.property(fc.string({ unit: alphabet }), (word) => {
      const pieces = lineBreakPieces(word);
      expect(pieces.join("")).toBe(word);
      expect(unhyphenated(word).join("")).toBe(word);
      for (const piece of pieces.slice(1)) expect(piece).not.toMatch(/^[ー、。」ゃッ円]/);
      for (const piece of pieces.slice(0, -1)) expect(piece).not.toMatch(/[（「¥〒]$/);
    }),
  );
});

test("two pieces never adjoin, because a hyphen would be printed between them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (word) => {
      for (const [index, piece] of unhyphenated(word).entries()) {
        expect(piece === "").toBe(index % 2 === 1);
      }
    }),
  );
});
