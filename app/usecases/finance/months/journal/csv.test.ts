import { describe, expect, test } from "vitest";
import { csvText } from "./csv.ts";
import { cutToWidth, toShiftJis } from "./shift-jis.ts";

describe("a CSV file", () => {
  test("quotes what needs it, and keeps a name on one line", () => {
    expect(csvText([["a,b", 'say "x"', "one\r\ntwo", -5, ""]])).toBe(
      '"a,b","say ""x""",one two,-5,\r\n',
    );
  });

  test.each(["=1+1", "+81", "-5", "@SUM(A1)", "  =1"])(
    "keeps %j from being taken for a formula",
    (name) => {
      expect(csvText([[name]])).toBe(`'${name.trim()}\r\n`);
    },
  );
});

describe("Shift_JIS as Windows writes it", () => {
  test.each([
    ["Aｱあ亜", [0x41, 0xb1, 0x82, 0xa0, 0x88, 0x9f]],
    ["①㈱", [0x87, 0x40, 0x87, 0x8a]],
    // The signs that IBM added, not their doubles of NEC.
    ["髙﨑", [0xfb, 0xfc, 0xfa, 0xb1]],
    // 波ダッシュ, 全角マイナス, and a sign that it does not have.
    ["\u301c\u2212😀", [0x81, 0x60, 0x81, 0x7c, 0x81, 0xac]],
  ])("%s", (text, bytes) => {
    expect([...toShiftJis(text)]).toEqual(bytes);
  });

  test("is read back by every decoder, sign by sign", () => {
    const decoder = new TextDecoder("shift_jis", { fatal: true });
    let signs = 0;
    for (let code = 0x20; code < 0x10000; code += 1) {
      const sign = String.fromCharCode(code);
      if (!sign.isWellFormed() || /\p{Co}/u.test(sign)) continue;
      const back = decoder.decode(toShiftJis(sign));
      if (back === "〓" && sign !== "〓") continue;
      signs += 1;
      expect(["\u301c\u2212\u2016\u2014\u00a5".includes(sign) ? sign : back]).toEqual([sign]);
    }
    expect(signs).toBeGreaterThan(7_000);
  });

  test("counts in half widths", () => {
    expect(cutToWidth("Aｱあ", 4)).toBe("Aｱあ");
    expect(cutToWidth("Aｱあ", 3)).toBe("Aｱ");
    expect(cutToWidth("あいう", 5)).toBe("あい");
    expect(cutToWidth("あいう", 6)).toBe("あいう");
  });
});
