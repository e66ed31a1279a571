import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, isStorable, lineOf, tokyoTimeOf, typedFields } from "./typed-fields.ts";

test.each([
  ["2026-03-31T23:59", "2026-03-31T14:59:00.000Z"],
  ["2026-04-01T00:00", "2026-03-31T15:00:00.000Z"],
  ["2028-02-29T08:59", "2028-02-28T23:59:00.000Z"],
  ["2026-02-29T10:00", null],
  ["2026-02-30T10:00", null],
  ["2026-13-01T10:00", null],
  ["2026-01-01T24:00", null],
  ["2026-01-01T25:00", null],
  ["2026-01-01", null],
  ["2026-01-01T10:00:00", null],
  ["2026-01-01T10:00Z", null],
  ["", null],
])("%j in Tokyo is %s", (text, instant) => {
  expect(instantOf(text)).toBe(instant);
});

test("every minute comes back as it was typed", () => {
  const minutes = fc.integer({ min: 26_000_000, max: 60_000_000 });
  fc.assert(
    fc.property(minutes, (minute) => {
      const instant = new Date(minute * 60_000).toISOString();
      expect(instantOf(tokyoTimeOf(instant))).toBe(instant);
    }),
  );
});

test("a form is kept as it was typed, without its buttons and files", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["menus", "a"],
    ["menus", "b"],
    ["title", " x "],
    ["intent", "send"],
    ["clickId", "1"],
  ] as const) {
    form.append(name, value);
  }
  form.append("file", new Blob(["x"]), "x.txt");
  const typed = typedFields(form);
  expect(typed).toEqual({ menus: ["a", "b"], title: [" x "] });
  expect(lineOf(typed, "title")).toBe("x");
  expect(lineOf(typed, "none")).toBe("");
});

test.each([
  ["abc", 3, true],
  ["abcd", 3, false],
  ["a\0", 3, false],
  ["\ud83d", 3, false],
])("%j in at most %i characters can be stored: %s", (text, most, can) => {
  expect(isStorable(text, most)).toBe(can);
});
