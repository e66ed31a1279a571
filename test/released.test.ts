import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { AnyDefinition } from "#machines/engine/definition.ts";
import { hashOfDefinition } from "#machines/engine/definition-hash.ts";
import { presentSnapshot } from "#machines/engine/migration.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { decide, restore } from "#machines/engine/decide.ts";
import { definitions } from "#machines/registry.ts";
import { declaredEdges, edgesTaken } from "./helpers/chart.ts";
import { laterRelease } from "./helpers/later-release.ts";
import { stamped } from "./helpers/given.ts";
import {
  corpusPath,
  readCorpus,
  recordCorpus,
  releasedVersions,
  writeCorpus,
  type Corpus,
} from "./released/corpus.ts";
import { complaintOf, differencesFrom } from "./released/differences.ts";
import { recordOf } from "./released/record.ts";

const kinds = Object.keys(definitions) as MachineKind[];
const read = new Map<string, Corpus>();
function corpusOf(kind: MachineKind, version: number): Corpus {
  const path = corpusPath(kind, version);
  const corpus = read.get(path) ?? readCorpus(kind, version);
  read.set(path, corpus);
  return corpus;
}

const folder = mkdtempSync(join(tmpdir(), "released-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every snapshot of a recorded version, as a row of it would hold it. */
const rowsOf = ({ kind, version, steps }: Corpus) =>
  steps.flatMap(({ event, result }) =>
    result
      ? [
          {
            kind,
            machineId: event.machineId,
            definitionVersion: version,
            snapshot: result.snapshot,
          },
        ]
      : [],
  );

/** Why snapshots of an earlier version can't live on under a definition; empty where they all can. */
function lost(corpus: Corpus, definition: AnyDefinition): string[] {
  return rowsOf(corpus).flatMap((row) => {
    try {
      const snapshot = presentSnapshot(definition, row);
      restore(definition.machine, snapshot);
      definition.view(snapshot as never);
      return definition
        .deadlines(snapshot as never)
        .filter(({ dueAt, event }) => !decide(definition, snapshot, stamped(dueAt, event)))
        .map(({ id }) => `${JSON.stringify(snapshot.value)} does not take its deadline ${id}`);
    } catch (error) {
      return [`${JSON.stringify(row.snapshot.value)}: ${(error as Error).message}`];
    }
  });
}

describe.each(kinds)("the %s", (kind) => {
  const definition = definitions[kind];

  test("is recorded in every version up to the present one", () => {
    const all = Array.from({ length: definition.version }, (_, n) => n + 1);
    const hint = `record it: node test/released/record.ts ${kind}`;
    expect(releasedVersions(kind), hint).toEqual(all);
  });

  test("does what it did when its version was released", () => {
    if (!existsSync(corpusPath(kind, definition.version))) return;
    const complaint = complaintOf(corpusOf(kind, definition.version), definition);
    expect(complaint ?? "unchanged").toBe("unchanged");
  });

  test.each(releasedVersions(kind))("takes every snapshot of its version %i", (version) => {
    const corpus = corpusOf(kind, version);
    // A small chart has few places: as many as its states at least, but for the unborn one.
    const states = Object.keys(definition.machine.root.states).length - 1;
    expect(rowsOf(corpus).length).toBeGreaterThanOrEqual(Math.min(16, states));
    expect(lost(corpus, definition)).toEqual([]);
  });
});

describe("a record", () => {
  test.each(kinds)("comes through every edge of the %s", (kind) => {
    const definition = definitions[kind];
    const { steps } = corpusOf(kind, definition.version);
    const edges = steps.flatMap(({ after, event, result }) => {
      const before = after === null ? null : (steps[after]?.result?.snapshot ?? null);
      return result ? edgesTaken(definition.machine, before, event).flat() : [];
    });
    expect([...new Set(edges)].toSorted()).toEqual(declaredEdges(definition.machine));
  });

  test("is written once", () => {
    const { option } = laterRelease.definitions;
    const { version } = definitions.option;
    const { steps } = corpusOf("option", version);
    const history = steps.slice(0, 1).map(({ event }) => event);
    const corpus = recordCorpus(option, [history]);
    const path = writeCorpus(corpus, folder);
    expect(path).toBe(join(folder, corpusPath("option", version + 1)));
    const written = readFileSync(path, "utf8");
    expect(() => writeCorpus({ ...corpus, steps: [] }, folder)).toThrow(
      `Version ${version + 1} of option is released`,
    );
    expect(readFileSync(path, "utf8")).toBe(written);
    expect(() => writeCorpus(corpusOf("option", version))).toThrow("Raise the version of option");
  });

  test("of a later version has its histories, its hash and its results", () => {
    const { option } = laterRelease.definitions;
    const corpus = recordOf("option", laterRelease);
    const version = definitions.option.version + 1;
    expect(corpus).toMatchObject({ version, hash: laterRelease.hash("option") });
    expect(corpus.steps.length).toBeGreaterThan(100);
    expect([...differencesFrom(corpus, option)]).toEqual([]);
    expect([...differencesFrom(corpus, definitions.option)]).toEqual([
      "the chart has another hash",
    ]);
  });

  test("reads as it was recorded, although it is kept as changes", () => {
    const contract = corpusOf("contract", definitions.contract.version);
    const path = writeCorpus({ ...contract, version: 9 }, folder);
    const { length } = readFileSync(path, "utf8").split("\n");
    expect(length).toBe(contract.steps.length + 2);
    const histories = contract.steps.map((_, place) => {
      const events = [];
      for (let n: number | null = place; n !== null; n = contract.steps[n]!.after) {
        events.unshift(contract.steps[n]!.event);
      }
      return events;
    });
    expect(recordCorpus(definitions.contract, histories)).toEqual(contract);
  });
});

describe("a definition that changes without a new version", () => {
  // Charts may share a set of guards: each is tried where an edge names it.
  const namedBy = (kind: MachineKind) => {
    const edges = declaredEdges(definitions[kind].machine);
    const all = Object.keys(definitions[kind].machine.implementations.guards);
    return all.filter((guard) => edges.some((edge) => edge.endsWith(`[${guard}]`)));
  };
  const guards = kinds.flatMap((kind) =>
    namedBy(kind).flatMap((guard) =>
      [true, false].map((holds): [MachineKind, string, boolean] => [kind, guard, holds]),
    ),
  );

  test("has no guard that no edge names", () => {
    const implemented = kinds.flatMap((kind) =>
      Object.values(definitions[kind].machine.implementations.guards),
    );
    const named = kinds.flatMap((kind) =>
      namedBy(kind).map((guard) => definitions[kind].machine.implementations.guards[guard]),
    );
    expect(implemented.filter((guard) => !named.includes(guard))).toEqual([]);
  });

  // What the policy allows today on every day would change nothing if it always held.
  const telling = guards.filter(([, guard, holds]) => guard !== "withdrawalAllowed" || !holds);

  test.each(telling)("is found where the %s's guard %s is always %s", (kind, guard, holds) => {
    const definition = definitions[kind];
    const machine = definition.machine.provide({ guards: { [guard]: () => holds } } as never);
    const changed = { ...definition, machine };
    // The hash of the chart tells nothing: it has the guard's name only.
    expect(hashOfDefinition(changed)).toBe(hashOfDefinition(definition));
    const { value } = differencesFrom(corpusOf(kind, definition.version), changed).next();
    expect(value).toMatch(/^step \d+ /);
  });

  test.each<[string, Partial<AnyDefinition>, string]>([
    [
      "a deadline is a day later",
      {
        deadlines: (snapshot) =>
          definitions.contract.deadlines(snapshot).map((deadline) => {
            const dueAt = new Date(Date.parse(deadline.dueAt) + 86_400_000).toISOString();
            return { ...deadline, dueAt };
          }),
      },
      "deadlines.0.dueAt was",
    ],
    [
      "an amount is a yen more",
      {
        view: (snapshot) => {
          const view = definitions.contract.view(snapshot);
          return { ...view, annualPrice: view["annualPrice"] === null ? null : 1 };
        },
      },
      "view.annualPrice was",
    ],
    ["the chart is another", { senders: {} }, "the chart has another hash"],
    ["numbers are drawn elsewhere", { draws: {} }, "draws.submit was"],
    ["an event is no longer taken", { events: definitions.option.events }, "a fault"],
  ])("is found where %s", (_, change, words) => {
    const changed = { ...definitions.contract, ...change };
    const differences = [
      ...differencesFrom(corpusOf("contract", definitions.contract.version), changed),
    ];
    expect(differences.join("\n")).toContain(words);
  });

  test.each([
    ["contract", "terms/a10-term.ts", "noticeMonths: 2", "noticeMonths: 3", "deadlines."],
    ["contract", "terms/a12-fees.ts", "dueMonthsAfterIssue: 1", "dueMonthsAfterIssue: 2", "dueDay"],
    ["contract", "terms/policy.ts", '"next_business_day",\n', '"as_is",\n', "dueDay was"],
    ["contract", "terms/a10-term.ts", "termMonths: 12", "termMonths: 11", "deadlines.0.dueAt"],
    [
      "invoice",
      "invoice/postings.ts",
      "debit: total",
      "debit: total + 1",
      "rows.0.postings.0.debit",
    ],
    [
      "invoice",
      "terms/policy.ts",
      "secondReminder: { daysAfterDue: 7 }",
      "secondReminder: null",
      "",
    ],
    [
      "payment",
      "payment/session.ts",
      "sessionMinutes =",
      "sessionMinutes = 1 +",
      "deadlines.0.dueAt",
    ],
  ])("is found in the %s where %s says another %s", (kind, path, was, is, words) => {
    const copy = mkdtempSync(join(folder, "copy-"));
    for (const part of ["machines", "test/released", "test/helpers", "package.json"]) {
      cpSync(part, join(copy, part), { recursive: true });
    }
    symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "dir");
    const file = join(copy, "machines", path);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(was);
    writeFileSync(file, text.replace(was, is));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["test/released/record.ts", kind],
      { cwd: copy, encoding: "utf8" },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    const next = definitions[kind as MachineKind].version + 1;
    expect(stderr).toContain(`Raise the version of ${kind} to ${next}`);
    expect(stderr).toContain(words);
  });

  test("is told what to do", () => {
    const { machine, version } = definitions.contract;
    const corpus = corpusOf("contract", version);
    const changed = machine.provide({ guards: { withdrawalAllowed: () => false } } as never);
    const complaint = complaintOf(corpus, { ...definitions.contract, machine: changed });
    expect(complaint).toContain(
      `Raise the version of contract to ${version + 1}, add a migration from ${version}`,
    );
    expect(complaint).toContain("node test/released/record.ts contract");
    expect(complaintOf(corpus, definitions.contract)).toBeNull();
  });
});

describe("snapshots of a released version", () => {
  const { contract } = laterRelease.definitions;

  test("are taken by a later one that migrates them", () => {
    expect(lost(corpusOf("contract", definitions.contract.version), contract)).toEqual([]);
  });

  test("are lost by one without a migration, or with one that leads nowhere", () => {
    const { version } = definitions.contract;
    const corpus = corpusOf("contract", version);
    const without = lost(corpus, { ...contract, migrations: {} });
    expect(without).toHaveLength(rowsOf(corpus).length);
    expect(without[0]).toContain(`no migration from version ${version}`);
    const astray = {
      [version]: () => ({ status: "active", value: "nowhere", context: {} }) as const,
    };
    expect(lost(corpus, { ...contract, migrations: astray })[0]).toContain("nowhere");
  });
});
