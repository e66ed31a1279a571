import { setup } from "xstate";
import { z } from "zod";
import { describe, expect, test } from "vitest";
import { subjectId } from "#test/helpers/given.ts";
import type { AnyDefinition, Migration, StoredSnapshot } from "./definition.ts";
import { isMigration, migrationFor, NewerVersion, presentSnapshot } from "./migration.ts";
import { outgoing } from "./outgoing.ts";

/** The third version of a machine whose state has had three names and whose context two shapes. */
function third(migrations: Record<number, Migration>): AnyDefinition {
  const machine = setup({ actions: outgoing }).createMachine({
    context: { days: [] as number[] },
    initial: "idle",
    states: { idle: { on: { go: "running" } }, running: {} },
  });
  const events = z.object({ type: z.literal("go") });
  return {
    ...{ kind: "option", version: 3, migrations, machine, events, senders: { go: ["owner"] } },
    ...{ draws: {}, deadlines: () => [], view: () => ({}) },
  };
}

const migrations: Record<number, Migration> = {
  1: ({ context }) => ({ status: "active", value: "active", context: { day: context["day"] } }),
  2: ({ context }) => ({ status: "active", value: "running", context: { days: [context["day"]] } }),
};
const of = (definitionVersion: number, value: string, context: Record<string, unknown>) => {
  const snapshot: StoredSnapshot = { status: "active", value, context };
  return { machineId: subjectId, kind: "option" as const, definitionVersion, snapshot };
};
const running = { status: "active", value: "running", context: { days: [7] } };

describe("a snapshot of an earlier version", () => {
  test("goes through every version up to the present one", () => {
    expect(presentSnapshot(third(migrations), of(1, "on", { day: 7 }))).toEqual(running);
    expect(presentSnapshot(third(migrations), of(2, "active", { day: 7 }))).toEqual(running);
  });

  test("is itself where it is of the present version, and there is no migration", () => {
    const present = of(3, "idle", { days: [] });
    expect(presentSnapshot(third({}), present)).toBe(present.snapshot);
    expect(migrationFor(third({}), present)).toBeNull();
  });

  test("becomes an event that names both versions and holds what came of it", () => {
    const event = migrationFor(third(migrations), of(1, "on", { day: 7 }));
    expect(event).toMatchObject({ fromVersion: 1, toVersion: 3, snapshot: running });
    expect(event && isMigration(event)).toBe(true);
    expect(isMigration({ type: "go" })).toBe(false);
  });

  test("stays as it was where a migration writes into what it is given", () => {
    const old = of(2, "active", { day: 7 });
    const careless: Migration = (snapshot) => {
      snapshot.value = "idle";
      snapshot.context = { days: [] };
      return snapshot;
    };
    expect(presentSnapshot(third({ 2: careless }), old).value).toBe("idle");
    expect(old).toEqual(of(2, "active", { day: 7 }));
  });

  test("is refused without its migration, or with one that leads nowhere", () => {
    const { 2: last } = migrations;
    expect(() => presentSnapshot(third({ 2: last! }), of(1, "on", { day: 7 }))).toThrow(
      "The option has no migration from version 1.",
    );
    const astray: Migration = (snapshot) => ({ ...snapshot, value: "nowhere" });
    expect(() => presentSnapshot(third({ 2: astray }), of(2, "active", {}))).toThrow("nowhere");
  });
});

test("a snapshot of a later version is refused, whatever it holds", () => {
  const newer = of(4, "running", { days: [7] });
  expect(() => presentSnapshot(third(migrations), newer)).toThrow(NewerVersion);
  expect(() => presentSnapshot(third(migrations), newer)).toThrow(
    `The option ${subjectId} is of version 4, and this release knows version 3`,
  );
});
