import { expect, test } from "vitest";
import { typedYen, typedYenOrZero } from "./typed-yen.ts";

test.each([
  ["1234", 1234],
  ["￥１，２３４", 1234],
  [" 1 234円 ", 1234],
  ["0", 0],
  ["99999999999", 99_999_999_999],
])("reads %s", (text, yen) => {
  expect(typedYen(text)).toBe(yen);
});

test.each(["", " ", "円", "-5", "1.5", "12a", "999999999999"])("does not read %s", (text) => {
  expect(typedYen(text)).toBeNull();
});

test.each([
  ["", 0],
  [" 　", 0],
  ["￥１，２３４", 1234],
  ["円", null],
  ["-5", null],
])("reads %j, which may be left empty", (text, yen) => {
  expect(typedYenOrZero(text)).toBe(yen);
});
