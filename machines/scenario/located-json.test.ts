import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "./located-json.ts";
import { ScenarioError } from "./problem.ts";

function problemOf(text: string): unknown {
  try {
    return readJson(text).value;
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
}

describe("located JSON", () => {
  test("reads what JSON.parse reads, however it is spaced", () => {
    const spaces = fc.constantFrom(undefined, 1, "\t");
    fc.assert(
      fc.property(fc.json(), spaces, (json, space) => {
        const value: unknown = JSON.parse(json);
        expect(readJson(JSON.stringify(value, null, space)).value).toEqual(value);
      }),
    );
  });

  test("takes no text that JSON.parse does not take", () => {
    const text = fc.array(
      fc.constantFrom(...'{}[]:,"\\ \n\u0001', "tru", "true", "null", "0", "1", "-", "e", ".", "x"),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const joined = parts.join("");
        let parsed: { value: unknown } | null = null;
        try {
          parsed = { value: JSON.parse(joined) };
        } catch {
          expect(() => readJson(joined)).toThrow(ScenarioError);
        }
        if (parsed) expect(readJson(joined).value).toEqual(parsed.value);
      }),
      { numRuns: 2_000 },
    );
  });

  test("knows the line of every value, and of what holds a missing one", () => {
    const { lineOf } = readJson('\uFEFF{\r\n "a": [1,\r\n  {"b":\n 2}],\n "c": {}\n}');
    expect(lineOf([])).toBe(1);
    expect(lineOf(["a", 0])).toBe(2);
    expect(lineOf(["a", 1])).toBe(3);
    expect(lineOf(["a", 1, "b"])).toBe(4);
    expect(lineOf(["a", 1, "none"])).toBe(3);
    expect(lineOf(["c", "none", "none"])).toBe(5);
    expect(lineOf(["none"])).toBe(1);
  });

  test.each([
    ["", 1, "expected a value, found the end of the file"],
    ['{\n"a": 1\n"b": 2}', 3, 'expected , or }, found "b": 2}'],
    ["[1,\n2,\n]", 3, "expected a value, found ]"],
    ['{\n"a" 1}', 2, "expected :, found 1}"],
    ["{\n\n1: 2}", 3, "expected a name, found 1: 2}"],
    ["{}\n\n{}", 3, "expected the end of the file, found {}"],
    ['["a\nb"]', 1, 'expected a value, found "a'],
    ['[\n"a\tb"]', 2, '"a\tb" has a character that needs an escape'],
  ])("%j is wrong on line %i", (text, line, message) => {
    expect(problemOf(text)).toEqual([{ line, message: `not JSON: ${message}` }]);
  });

  test("refuses a member that is there twice, and a nesting that nobody writes", () => {
    expect(problemOf('{"a": 1,\n"a": 2}')).toEqual([{ line: 2, message: "a is there twice" }]);
    expect(problemOf("[".repeat(100_000))).toEqual([
      { line: 1, message: "nested deeper than 50 levels" },
    ]);
  });

  test("takes __proto__ as a member like any other", () => {
    expect(Object.keys(readJson('{"__proto__": 1}').value as object)).toEqual(["__proto__"]);
  });
});
