import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  code,
  day,
  email,
  kana,
  line,
  mustTick,
  phone,
  postalCode,
  prefecture,
  tick,
} from "./fields.ts";
import { prefectures } from "./prefectures.ts";

/** The value a field comes to, or the codes of what is wrong with it. */
function read(schema: z.ZodType, typed: unknown) {
  const result = schema.safeParse(typed);
  return result.success ? result.data : result.error.issues.map(({ message }) => message);
}

describe("postal code", () => {
  test.each([
    ["105-0011", "105-0011"],
    ["1050011", "105-0011"],
    ["１０５－００１１", "105-0011"],
    ["〒105 0011", "105-0011"],
    ["105‐0011", "105-0011"],
    ["105ー0011", "105-0011"],
    [" 105−0011\u200b", "105-0011"],
  ])("%j is read as %s", (typed, value) => expect(read(postalCode(), typed)).toBe(value));

  test.each([
    "94105",
    "94105-1234",
    "SW1A 1AA",
    "K1A 0B1",
    "10115",
    "75001",
    "100000",
    "110-001",
    "1234 AB",
    "12345-678",
    "000-0000",
    "105-00111",
    "九四一〇五",
    "<script>alert(1)</script>",
  ])("%j is no Japanese one", (typed) =>
    expect(read(postalCode("siteInJapan"), typed)).toEqual(["siteInJapan"]),
  );

  test("every seven figures but those of no district are taken, with and without hyphen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 9_999_999 }), (number) => {
        const figures = String(number).padStart(7, "0");
        const written = `${figures.slice(0, 3)}-${figures.slice(3)}`;
        expect(read(postalCode(), figures)).toBe(written);
        expect(read(postalCode(), written)).toBe(written);
      }),
    );
  });
});

describe("kana", () => {
  test.each([
    ["カブシキガイシャ", "カブシキガイシャ"],
    ["かぶしきがいしゃ みなと", "カブシキガイシャ ミナト"],
    ["ｶﾌﾞｼｷｶﾞｲｼｬ　ﾐﾅﾄ", "カブシキガイシャ ミナト"],
    ["エー・ビー・シー", "エー・ビー・シー"],
  ])("%j is read as %s", (typed, value) => expect(read(kana(200), typed)).toBe(value));

  test.each(["株式会社", "ABC", "カブシキ会社", "ミナト1", "🗼", "アaア"])(
    "%j is refused",
    (typed) => expect(read(kana(200), typed)).toEqual(["kana"]),
  );
});

describe("prefecture", () => {
  test("there are 47, each with a name of its own in both languages", () => {
    expect(prefectures).toHaveLength(47);
    expect(new Set(prefectures.flatMap(({ ja, en }) => [ja, en])).size).toBe(94);
    for (const { ja } of prefectures) expect(read(prefecture, ja)).toBe(ja);
  });
  test.each([
    ["outside", ["siteInJapan"]],
    ["", ["notChosen"]],
    ["California", ["notChosen"]],
    ["東京", ["notChosen"]],
    [undefined, ["missing"]],
  ])("%j is refused", (typed, codes) => expect(read(prefecture, typed)).toEqual(codes));
});

describe("telephone and e-mail", () => {
  test.each([
    ["03-1234-5678", "03-1234-5678"],
    ["０９０ー１２３４ー５６７８", "090-1234-5678"],
    ["(03)1234-5678", "(03)1234-5678"],
    ["+81 3-1234-5678", "+81 3-1234-5678"],
    ["0120-123-456", "0120-123-456"],
  ])("%j is read as %s", (typed, value) => expect(read(phone, typed)).toBe(value));

  test.each(["+1 415 555 0100", "1234-5678", "03-1234-567x", "110", "0".repeat(12)])(
    "%j is no Japanese number",
    (typed) => expect(read(phone, typed)).toEqual(["phone"]),
  );

  test("an address typed full-width is read plainly", () => {
    expect(read(email, "hanako＠ｍinato.example ")).toBe("hanako@minato.example");
  });
  test.each([
    "hanako",
    "hanako@",
    "@minato.example",
    "a b@minato.example",
    "a@b@c.example",
    "花子@みなと",
  ])("%j is no address", (typed) => expect(read(email, typed)).toEqual(["email"]));
});

describe("day", () => {
  const field = day("2030-03-15", "2031-03-01");
  test.each([
    ["2030-03-15", "2030-03-15"],
    ["２０３０/３/１５", "2030-03-15"],
    ["2030年4月1日", "2030-04-01"],
    ["2030.12.31", "2030-12-31"],
  ])("%j is read as %s", (typed, value) => expect(read(field, typed)).toBe(value));
  test.each([
    ["2030-03-14", ["tooEarly 2030-03-15"]],
    ["2031-03-02", ["tooLate 2031-03-01"]],
    ["2031-02-29", ["day"]],
    ["3/15", ["day"]],
    ["", ["missing"]],
  ])("%j is refused", (typed, codes) => expect(read(field, typed)).toEqual(codes));
});

describe("any text", () => {
  test.each([
    ["  みなと商事　", "みなと商事"],
    ["ＡＢＣ株式会社", "ＡＢＣ株式会社"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["O'Brien & Söhne", "O'Brien & Söhne"],
    ["髙\u{e0100}島屋 𠮷田", "髙\u{e0100}島屋 𠮷田"],
    ["みな\u202eと", "みなと"],
  ])("%j stays what it is", (typed, value) => expect(read(line(100), typed)).toBe(value));

  test.each([
    ["a\0b", ["characters"]],
    ["a\nb", ["characters"]],
    ["a\ud800b", ["characters"]],
    ["x".repeat(10_000), ["tooLong 100"]],
    ["   ", ["missing"]],
    [undefined, ["missing"]],
    [["a", "b"], ["missing"]],
    [new File([], "a.txt"), ["missing"]],
  ])("%j is refused", (typed, codes) => expect(read(line(100), typed)).toEqual(codes));

  test("a code loses full-width letters and figures", () => {
    expect(read(code(60), "ＴＭ－２０２９")).toBe("TM-2029");
  });

  test("whatever is typed, a field answers with a code or a value that passes again", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
    );
    const fields = [line(100), code(60), kana(200), postalCode(), phone, email, day("2030-01-01")];
    fc.assert(
      fc.property(anything, fc.constantFrom(...fields), (typed, schema) => {
        const first = schema.safeParse(typed);
        if (first.success) expect(schema.parse(first.data)).toBe(first.data);
        else expect(first.error.issues.map(({ message }) => message).join()).toMatch(/^[a-zA-Z]+/);
      }),
      { numRuns: 500 },
    );
  });
});

test("a box is ticked or not", () => {
  expect([read(tick, "on"), read(tick, undefined)]).toEqual([true, false]);
  expect([read(mustTick, "on"), read(mustTick, undefined)]).toEqual([true, ["notTicked"]]);
});
