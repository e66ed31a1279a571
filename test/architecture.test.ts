import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findCycles, readSources, type Import } from "./helpers/source-imports.ts";

interface Part {
  /** Paths that begin so belong to the part; the first part that fits counts. */
  paths: string[];
  /** Parts of which it may use everything. */
  uses: string[];
  /** Parts of which it may only name types. */
  types?: string[];
  /** The only packages it may use; without the list, all that no other part owns. */
  packages?: string[];
}

/** routes → usecases → { workflow, db, gateways }, and what each part may use besides. */
const parts: Record<string, Part> = {
  machines: { paths: ["machines/"], uses: [], packages: ["xstate", "temporal-polyfill", "zod"] },
  db: { paths: ["db/"], uses: [], types: ["machines"] },
  emails: { paths: ["emails/"], uses: [], types: ["machines"] },
  // Exempt, since they put the portal together: whatever a process needs is opened there.
  root: {
    paths: ["app/server.ts", "app/server-build.d.ts", "app/web.ts", "app/open-"],
    uses: [
      ...["base", "services", "portal", "frame", "middleware", "usecases", "commands", "workflow"],
      ...["gateways", "db", "machines", "telemetry"],
    ],
  },
  // Looks at the others from outside: what they do is counted, whether they can work is told.
  telemetry: {
    paths: ["app/telemetry/"],
    uses: ["base", "db", "machines"],
    types: ["services", "workflow", "portal"],
  },
  // Names what the root opened, so that use-cases find it.
  portal: {
    paths: ["app/portal.ts"],
    uses: [],
    types: ["base", "services", "db", "gateways", "usecases", "workflow", "telemetry"],
  },
  // What any part of app/ may use, because it uses none. The table of who may do what is read by the
  // guard, by menus and by tests.
  base: {
    paths: [
      ...["app/env.ts", "app/log.ts", "app/log-context.ts", "app/log-error.ts"],
      ...["app/identifier.ts", "app/access.ts"],
      "app/middleware/rate-limit.ts",
    ],
    uses: [],
    types: ["middleware"],
  },
  // The clock and the accounts: opened once, used by use-cases.
  services: {
    paths: ["app/clock.ts", "app/accounts.ts", "app/shared-rate-limit.ts"],
    uses: ["base", "db"],
    types: ["machines", "middleware"],
  },
  // What surrounds every page.
  frame: {
    paths: [
      "app/root.tsx",
      "app/entry.client.tsx",
      "app/entry.server.tsx",
      "app/routes.ts",
      "app/app.css",
      "app/fonts.css",
    ],
    uses: ["base", "portal", "services", "middleware", "ui", "i18n", "usecases"],
  },
  routes: {
    paths: ["app/routes/"],
    uses: ["usecases", "ui", "i18n", "middleware", "portal", "telemetry", "base"],
    types: ["machines", "frame", "services"],
  },
  middleware: {
    paths: ["app/middleware/"],
    uses: ["usecases", "i18n", "portal", "services", "base"],
    types: ["machines"],
  },
  ui: { paths: ["app/ui/"], uses: ["i18n"], types: ["machines", "middleware", "usecases"] },
  i18n: { paths: ["app/i18n/"], uses: [], types: ["machines"] },
  commands: {
    paths: ["app/commands/"],
    uses: ["usecases", "workflow", "db", "gateways", "machines", "portal", "services", "base"],
  },
  usecases: {
    paths: ["app/usecases/"],
    uses: ["workflow", "db", "gateways", "machines", "portal", "services", "base"],
    types: ["middleware", "documents", "i18n"],
  },
  workflow: {
    paths: ["app/workflow/"],
    uses: ["machines", "db", "gateways", "base"],
    types: ["services"],
  },
  gateways: {
    paths: ["app/gateways/"],
    uses: ["emails", "documents", "base"],
    types: ["machines"],
  },
  documents: { paths: ["app/documents/"], uses: ["i18n"], types: ["machines"] },
};

/** Packages that one part owns; others go through it. */
const owners: Record<string, string> = {
  stripe: "gateways",
  resend: "gateways",
  "@react-pdf/renderer": "gateways",
  postgres: "db",
  "@electric-sql/pglite": "db",
  "react-email": "emails",
  "pg-boss": "workflow",
  "prom-client": "telemetry",
};

/** The hash chain is the one thing of Node that the pure half needs. */
const exempt = [{ from: "machines/engine/hash.ts", to: "node:crypto" }];

const sources = readSources();
const product = sources.filter(
  ({ path }) => !path.startsWith("test/") && !/\.test\.tsx?$/.test(path),
);

function partOf(path: string): string | undefined {
  const found = Object.entries(parts).find(([, part]) =>
    part.paths.some((start) => path.startsWith(start)),
  );
  return found?.[0];
}

function complaint({ from, to, kind, isType }: Import): string | undefined {
  if (exempt.some((allowed) => allowed.from === from && allowed.to === to)) return undefined;
  const name = partOf(from);
  const part = parts[name ?? ""];
  if (!name || !part) return undefined;
  if (kind === "package") {
    const owner = owners[to];
    if (owner !== undefined && owner !== name) return `${from} uses ${to}: let ${owner} do it.`;
    if (part.packages && !part.packages.includes(to)) {
      return `${from} uses ${to}: ${name} stays with ${part.packages.join(", ")}. Pass what it needs as a value.`;
    }
    return undefined;
  }
  if (to.startsWith("test/")) return `${from} uses ${to}: the product knows nothing of its tests.`;
  const other = partOf(to) ?? "";
  if (other === name || part.uses.includes(other)) return undefined;
  if (part.types?.includes(other)) {
    return isType ? undefined : `${from} uses ${to}: write \`import type\`, or move the code.`;
  }
  const may = [...part.uses, ...(part.types ?? []).map((type) => `types of ${type}`)];
  return `${from} uses ${to}: ${name} may use ${may.join(", ") || "only itself"}. Move the code to a part that may.`;
}

test("every file belongs to a part", () => {
  const homeless = product.filter(({ path }) => partOf(path) === undefined);
  expect(
    homeless.map(
      ({ path }) => `${path}: say in test/architecture.test.ts which part it belongs to.`,
    ),
  ).toEqual([]);
});

test("every import follows the arrows", () => {
  expect(product.length).toBeGreaterThan(100);
  const complaints = product.flatMap(({ imports }) => imports.map(complaint));
  expect(complaints.filter((text) => text !== undefined)).toEqual([]);
});

test("every imported file is there", () => {
  const missing = sources
    .flatMap(({ imports }) => imports)
    .filter(({ to, kind }) => kind === "file" && !to.includes("+types/") && !existsSync(to));
  expect(missing.map(({ from, to }) => `${from} imports ${to}, which is not there.`)).toEqual([]);
});

test("no files import each other in a circle", () => {
  const circles = findCycles(sources).map(
    (cycle) => `${cycle.join(" → ")}: move what both need to a file of its own.`,
  );
  expect(circles).toEqual([]);
});

test("no file only passes on what others export", () => {
  const barrels = sources.filter(({ isBarrel }) => isBarrel);
  expect(
    barrels.map(({ path }) => `${path}: delete it and import from the files themselves.`),
  ).toEqual([]);
});

test("every file and folder is named after what it is about", () => {
  const vague = /(^|\/)(utils?|helpers?|lib|libs|common|misc|shared)(\/|\.)/;
  const unnamed = sources.filter(({ path }) => !path.startsWith("test/") && vague.test(path));
  expect(
    unnamed.map(({ path }) => `${path}: put the code beside its one user, or name what it does.`),
  ).toEqual([]);
});

test("machines know no clock, no chance, no environment and no network", () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\b|\brandomUUID\b|\bprocess\.|\bfetch\(|\bset(Timeout|Interval)\(/;
  const lines = product
    .filter(({ path }) => path.startsWith("machines/"))
    .flatMap(({ path }) =>
      readFileSync(path, "utf8")
        .split("\n")
        .map((line, index) => ({ where: `${path}:${index + 1}`, line }))
        .filter(({ line }) => !/^\s*(\/?\*|\/\/)/.test(line) && impure.test(line)),
    );
  expect(lines.map(({ where }) => `${where}: let the event bring the value.`)).toEqual([]);
});
