import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What holds on one machine only, and what a reader elsewhere can't make sense of. */
const foreign: [RegExp, string][] = [
  [/(^|[\s"'`(=])\/(home|root|Users|work)\/[\w.-]+/, "a folder of one machine"],
  [/\bregistry\.[a-z0-9.-]+\.[a-z]{2,}/i, "the host of a package registry"],
  [
    /\b(127\.0\.0\.1|localhost):(?!0\b)[1-9]\d{3,4}\/[\w-]+\/npm/,
    "the address of a package mirror",
  ],
];

const files = globSync("{*,.ci/*,{app,db,docs,emails,machines,test}/**/*}", {
  exclude: (path) => path === "node_modules" || path === "build",
}).filter((path) => /\.(tsx?|mjs|json|md|sql|css|ya?ml|txt|npmrc)$|^\.ci\//.test(path));

test("no file names a machine's folders or a registry", () => {
  expect(files.length).toBeGreaterThan(100);
  const findings = files.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) =>
        foreign
          .filter(([pattern]) => pattern.test(line))
          .map(([, what]) => `${path}:${index + 1} names ${what}: ${line.trim().slice(0, 100)}`),
      ),
  );
  expect(findings).toEqual([]);
});
