import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordFault } from "./password-rules.ts";

test.each([
  ["", "tooShort"],
  ["1234567", "tooShort"],
  ["🔑".repeat(7), "tooShort"],
  ["a".repeat(129), "tooLong"],
  ["password", "common"],
  ["Password1", "common"],
  ["P@ssw0rd", "common"],
  ["password!!", "common"],
  ["ＰＡＳＳＷＯＲＤ", "common"],
  ["iloveyou2", "common"],
  ["Sunshine2026", "common"],
  ["1qaz2wsx", "common"],
  ["aaaaaaaaaa", "common"],
  ["abcabcabcabc", "common"],
  ["23456789", "common"],
  ["zyxwvuts", "common"],
  ["--------", "common"],
] as const)("%j: %s", (password, fault) => expect(passwordFault(password)).toBe(fault));

test.each([
  "taro@minato.example",
  "minato.example",
  "Minato-Shoji",
  "minato2026",
  "みなと商事株式会社",
])("%j is made of the person's own words", (password) => {
  const own = ["taro@minato.example", "みなと商事株式会社", "Minato Shoji", "MinatoShoji"];
  expect(passwordFault(password.padEnd(8, "1"), own)).toBe("personal");
});

test.each([
  "correct horse battery staple",
  "ながいパスワードです",
  "x".repeat(32) + "Y".repeat(32),
])("%j is taken, spaces and other scripts included", (password) =>
  expect(passwordFault(password, ["taro@minato.example"])).toBeNull(),
);

test("random passwords of 12 to 128 characters are taken", () => {
  const letters = [..."abcdefghijkmnpqrstuvwxyz23456789-+_.ABCDEFGHJKLMNPQRSTUVWXYZ"];
  const password = fc.array(fc.constantFrom(...letters), { minLength: 12, maxLength: 128 });
  fc.assert(
    fc.property(password, (picked) => {
      fc.pre(new Set(picked).size >= 6);
      expect(passwordFault(picked.join(""))).toBeNull();
    }),
  );
});
