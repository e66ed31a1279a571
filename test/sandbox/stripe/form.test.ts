import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiError } from "./errors.ts";
import { decodeForm, type FormNode } from "./form.ts";
import { fingerprint } from "./idempotency.ts";
import { hash, list, optional, text } from "./parameters.ts";

type Tree = string | { [key: string]: Tree };

const key = fc.stringMatching(/^[a-z_]{1,6}$/);
const tree: fc.Arbitrary<Record<string, Tree>> = fc.letrec<{
  tree: Record<string, Tree>;
  node: Tree;
}>((tie) => ({
  tree: fc.dictionary(key, tie("node"), { minKeys: 1, maxKeys: 3 }),
  node: fc.oneof({ maxDepth: 3 }, fc.string(), tie("tree")),
})).tree;

function encode(value: Record<string, Tree>): string {
  const pairs: [string, string][] = [];
  const walk = (node: Tree, name: string): void => {
    if (typeof node === "string") pairs.push([name, node]);
    else
      for (const [part, child] of Object.entries(node))
        walk(child, name ? `${name}[${part}]` : part);
  };
  walk(value, "");
  return new URLSearchParams(pairs).toString();
}

function plain(node: FormNode): Tree {
  if (typeof node === "string") return node;
  return Object.fromEntries([...node].map(([name, child]) => [name, plain(child)]));
}

describe("a form with brackets", () => {
  test("decodes to the tree it was made of", () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(plain(decodeForm(encode(value)))).toEqual(value);
      }),
    );
  });

  test("may number its lists or leave the brackets empty", () => {
    const parse = hash({ expand: optional(list(text())) });
    const expected = { expand: ["a", "b"] };
    expect(parse(decodeForm("expand[0]=a&expand[1]=b"), "")).toEqual(expected);
    expect(parse(decodeForm("expand[]=a&expand[]=b"), "")).toEqual(expected);
  });

  test("is refused when a name is both a value and a hash, or its brackets are broken", () => {
    for (const form of ["a=1&a[b]=2", "a[b]=2&a=1", "a[b=1", "[a]=1", "a[b]c=1"]) {
      expect(() => decodeForm(form)).toThrow(ApiError);
    }
  });
});

test("the order of the parameters does not matter to an idempotency key, their values do", () => {
  expect(fingerprint("a=1&b[c]=2")).toBe(fingerprint("b%5Bc%5D=2&a=1"));
  expect(fingerprint("a=1&b=2")).not.toBe(fingerprint("a=2&b=1"));
  expect(fingerprint("a=1")).not.toBe(fingerprint("a=1&a=1"));
});
