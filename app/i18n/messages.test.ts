import { expect, test } from "vitest";

import { isLocale, locales, messagesFor } from "./messages.ts";

type Leaf = { path: string; value: unknown };

function leaves(value: unknown, path = ""): Leaf[] {
  if (value === null || typeof value !== "object") return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const shape = (leaf: Leaf) =>
  typeof leaf.value === "function" ? `${leaf.path}(${leaf.value.length})` : leaf.path;

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
/** The name of a language is written in that language. */
const ownNames = new Set([".frame.languages.ja", ".frame.languages.en"]);

test("both dictionaries have the same entries, lists as long and functions with as many words", () => {
  expect(leaves(messagesFor("en")).map(shape)).toEqual(leaves(messagesFor("ja")).map(shape));
});

test("no English text contains Japanese", () => {
  const texts = leaves(messagesFor("en")).filter(({ path }) => !ownNames.has(path));
  expect(texts.filter(({ value }) => japanese.test(String(value))).map(shape)).toEqual([]);
});

test("no English text is empty where the Japanese one says something", () => {
  const english = new Map(leaves(messagesFor("en")).map(({ path, value }) => [path, value]));
  const missing = leaves(messagesFor("ja")).filter(
    ({ path, value }) => value !== "" && english.get(path) === "",
  );
  expect(missing.map(shape)).toEqual([]);
});

test("a locale is one of the portal's languages and nothing else", () => {
  expect(locales.every(isLocale)).toBe(true);
  for (const other of ["fr", "", "JA", null, undefined, ["ja"]])
    expect(isLocale(other)).toBe(false);
});
