import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnyStateMachine, AnyStateNode } from "xstate";
import { definitions } from "#machines/registry.ts";
import { articleOf, type Clause } from "#machines/terms/articles.ts";
import { readSources } from "./helpers/source-imports.ts";

const folder = "machines/terms";

/** The files with a clause's rule, such as `a10-term.ts`. */
const rules = readdirSync(folder).filter((name) => /^a\d\d-[a-z-]+\.ts$/.test(name));

/** The article of which a file holds the rules. */
const articleNumber = (file: string) => Number(file.slice(1, 3));

/** What a file exports and others could use; types come and go with what uses them. */
function exportsOf(path: string): string[] {
  const source = readFileSync(path, "utf8");
  return [...source.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

const product = readSources().filter(
  ({ path }) => !path.startsWith("test/") && !/\.test\.tsx?$/.test(path),
);

/** Names that a file takes from elsewhere or defines are words of its text. */
const wordsOf = new Map(
  product.map(({ path }) => [path, new Set(readFileSync(path, "utf8").match(/\w+/g))]),
);

describe.each(rules)("the rules of %s", (file) => {
  const path = join(folder, file);

  test("belong to an article of the terms", () => {
    expect(articleOf(`A${articleNumber(file)}` as Clause).number).toBe(articleNumber(file));
  });

  test("have a test beside them", () => {
    const own = path.replace(/\.ts$/, ".test.ts");
    expect(existsSync(own), `write ${own}`).toBe(true);
  });

  test("are each used by the product", () => {
    const others = [...wordsOf].filter(([other]) => other !== path);
    const own = readFileSync(path, "utf8");
    const unused = exportsOf(path).filter((name) => {
      const isUsedHere = own.split(new RegExp(`\\b${name}\\b`)).length > 2;
      return !isUsedHere && !others.some(([, words]) => words.has(name));
    });
    expect(unused, "let a machine or a page use it, or take it away").toEqual([]);
  });

  test("name their Japanese term", () => {
    expect(readFileSync(path, "utf8")).toMatch(/[（(][^)）]*[ぁ-んァ-ヶ一-龠]/);
  });
});

/** Every clause that a chart names for a transition. */
function clausesOf(machine: AnyStateMachine): string[] {
  const below = (node: AnyStateNode): unknown[] => [
    ...[...node.transitions.values()].flat().map(({ meta }) => (meta as Meta)?.clause),
    ...Object.values(node.states).flatMap((child) => below(child as AnyStateNode)),
  ];
  return [...new Set(below(machine.root as AnyStateNode))].filter(
    (clause) => clause !== undefined,
  ) as string[];
}
type Meta = { clause?: Clause } | undefined;

test.each(Object.keys(definitions))(
  "every clause that the %s names is one of the terms",
  (kind) => {
    const { machine } = definitions[kind as keyof typeof definitions];
    const clauses = clausesOf(machine);
    expect(clauses.length).toBeGreaterThan(0);
    for (const clause of clauses) expect(articleOf(clause as Clause)).toBeDefined();
  },
);

test("every clause that a machine's code names is one of the terms", () => {
  const named = product
    .filter(({ path }) => path.startsWith("machines/"))
    .flatMap(({ path }) => readFileSync(path, "utf8").match(/"A\d+(?:\.\d+)?(?:\(\d+\))?"/g) ?? [])
    .map((text) => text.slice(1, -1));
  expect(named.length).toBeGreaterThan(100);
  for (const clause of new Set(named)) expect(articleOf(clause as Clause), clause).toBeDefined();
});
