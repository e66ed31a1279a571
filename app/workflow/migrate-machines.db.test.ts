import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyDatabase } from "#app/commands/verify.ts";
import { migrateAllMachines } from "#app/commands/migrate-machines.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import { NewerVersion } from "#machines/engine/migration.ts";
import { createWorld, resumeWorld, type World } from "#machines/engine/world.ts";
import { definitions, registry, registryOf, type Registry } from "#machines/registry.ts";
import { simulatedCustomer, storedCustomer } from "#test/helpers/as-in-world.ts";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { orderAndAccept } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { laterRelease, laterTerms } from "#test/helpers/later-release.ts";
import { randomLife, type Happening } from "#test/helpers/random-life.ts";
import { createDispatch } from "./dispatch.ts";
import { migrateMachines } from "./migrate-machines.ts";
import { sweep } from "./sweep.ts";

const ids = customerIds(1);
const cancel = { type: "cancel", wish: null };

let engine: TestEngine;
beforeEach(async () => {
  engine = await openEngine();
});
afterEach(() => engine.close());

/** The engine of another release on the same database. */
function under(release: Registry) {
  const { database, jobs, clock, setClock } = engine;
  const parts = { database, jobs, clock, registry: release };
  const dispatch = createDispatch(parts);
  return {
    parts,
    dispatch,
    cancelAt: (received: string) => {
      setClock(received);
      return dispatch({
        ...{ ...ids.contract, commandId: "cancel", actor: actorOf("owner"), event: cancel },
        receivedAt: received,
      });
    },
    sweepAt: (instant: string) => {
      setClock(instant);
      return sweep(parts);
    },
    migrateAt: async (instant: string) => {
      setClock(instant);
      const lines: string[] = [];
      const failed = await migrateAllMachines(parts, (line) => lines.push(line));
      return { failed, lines };
    },
    verify: async () => {
      const lines: string[] = [];
      const print = (line: string) => lines.push(line);
      const secrets = ["a secret of the tests, 32 characters"];
      await verifyDatabase({ database, secrets, print, registry: release });
      return lines.slice(0, -1);
    },
  };
}

const [contractNow, optionNow] = [definitions.contract.version, definitions.option.version];
const [contractNext, optionNext] = [contractNow + 1, optionNow + 1];

const read = <Row>(text: string) => engine.test.asSuperuser<Row>(text);
const versions = async () => {
  const rows = await read<{ kind: string; version: number; n: number }>(
    `select kind, definition_version as version, count(*)::int as n from machine
     group by 1, 2 order by 1, 2`,
  );
  return rows.map(({ kind, version, n }) => `${n} ${kind} v${version}`);
};
const startTimers = () =>
  read<{ at: Date | string }>("select due_at as at from timer where timer_id = 'start'").then(
    (rows) => rows.map(({ at }) => new Date(at).toISOString()),
  );

describe("a command of a later release", () => {
  test("migrates its machine in the same transaction and answers with its own event", async () => {
    await orderAndAccept(engine, ids);
    const later = under(laterRelease);
    const answer = await later.cancelAt(moment("2025-03-10"));
    expect(answer).toEqual({ ok: true, seq: 7, state: "preparing", repeated: false });
    const again = await later.cancelAt(moment("2025-03-10"));
    expect(again).toEqual({ ok: true, seq: 7, state: "preparing", repeated: true });
    expect(await versions()).toEqual([`1 contract v${contractNext}`, `2 option v${optionNow}`]);
    const [row] = await read(
      `select definition_hash as hash, snapshot->'context'->>'termsVersion' as terms
       from machine where kind = 'contract'`,
    );
    expect(row).toEqual({ hash: laterRelease.hash("contract"), terms: laterTerms });
    expect(await startTimers()).toEqual(["2025-04-01T15:00:00.000Z"]);
    expect(await later.verify()).toEqual([]);
  });

  test("comes after the timers of the earlier one, which migrate and start nothing", async () => {
    await orderAndAccept(engine, ids);
    const later = under(laterRelease);
    expect(await later.sweepAt(moment("2025-04-01"))).toBe(1);
    expect(await versions()).toEqual([`1 contract v${contractNext}`, `2 option v${optionNow}`]);
    expect(await later.sweepAt(moment("2025-04-02"))).toBe(1);
    expect(await versions()).toEqual([
      `1 contract v${contractNext}`,
      `1 invoice v${definitions.invoice.version}`,
      `2 option v${optionNext}`,
    ]);
    expect(await read("select 1 from audit where outcome = 'timer dropped'")).toEqual([]);
    expect(await later.verify()).toEqual([]);
  });
});

describe("a row of a later release", () => {
  test("is refused with a word on what to do, and its neighbours are served", async () => {
    await orderAndAccept(engine, ids);
    await under(laterRelease).cancelAt(moment("2025-03-10"));
    const before = await storedCustomer(engine.test, ids.customerId);
    const words = `is of version ${contractNext}, and this release knows version ${contractNow}`;
    const refusal = new RegExp(`${words}: start the release`);
    await expect(engine.send(ids.contract, "owner", moment("2025-03-11"), cancel)).rejects.toThrow(
      refusal,
    );
    const other = customerIds(2);
    await orderAndAccept(engine, other);
    await expect(engine.sweepAt(moment("2025-04-03"))).rejects.toThrow(AggregateError);
    expect(await storedCustomer(engine.test, ids.customerId)).toEqual(before);
    const [contract] = await read(
      `select status from contract where customer_id = '${other.customerId}'`,
    );
    expect(contract).toEqual({ status: "active" });
    expect(await under(registry).verify()).toEqual([
      expect.stringMatching(`${ids.contractId}: The contract .* is of version ${contractNext}`),
    ]);
  });
});

describe("a row of an earlier release", () => {
  test("verifies by its chain and by whether it can be migrated", async () => {
    await orderAndAccept(engine, ids);
    const later = under(laterRelease);
    expect(await later.verify()).toEqual([]);
    const { contract } = laterRelease.definitions;
    const without = { ...laterRelease.definitions, contract: { ...contract, migrations: {} } };
    expect(await under(registryOf(without)).verify()).toEqual([
      `${ids.contractId}: the snapshot can't be migrated: The contract has no migration from version ${contractNow}.`,
    ]);
    await read(
      `update machine set snapshot = jsonb_set(snapshot, '{value}', '"draft"')
       where kind = 'contract'`,
    );
    expect(await later.verify()).toEqual([
      `${ids.contractId}: the snapshot is not in the state to which the last event leads`,
    ]);
  });

  test("that was made a later one without a migration is found", async () => {
    await orderAndAccept(engine, ids);
    await read("set session_replication_role = replica");
    await read(`update machine set definition_version = ${contractNext} where kind = 'contract'`);
    await read("set session_replication_role = origin");
    expect((await under(laterRelease).verify())[0]).toContain(
      "the machine's row has another definition version than the event",
    );
  });
});

describe("the command that migrates all machines", () => {
  const orders = [1, 2, 3].map((n) => customerIds(n));

  test("does so once, after what was due, however many runs there are", async () => {
    for (const one of orders) await orderAndAccept(engine, one);
    const later = under(laterRelease);
    const runs = await Promise.all([1, 2, 3].map(() => later.migrateAt(moment("2025-04-01"))));
    expect(runs.map(({ failed }) => failed)).toEqual([0, 0, 0]);
    const counts = runs.map(({ lines }) => Number(/^\d+/.exec(lines.at(-1) ?? "")?.[0]));
    // The contracts' timers came first and migrated them.
    expect(counts[0]! + counts[1]! + counts[2]!).toBe(6);
    expect(await versions()).toEqual([`3 contract v${contractNext}`, `6 option v${optionNext}`]);
    expect(await startTimers()).toEqual(orders.map(() => "2025-04-01T15:00:00.000Z"));
    expect(await later.verify()).toEqual([]);
    const again = await later.migrateAt(moment("2025-04-01"));
    expect(again.lines).toEqual(["0 machines migrated; 0 customers failed"]);
  });

  test("goes on where it was broken off, in transactions of any size", async () => {
    for (const one of orders) await orderAndAccept(engine, one);
    engine.setClock(moment("2025-03-10"));
    const later = under(laterRelease);
    const progress: number[] = [];
    const breakOff = (machines: number) => {
      progress.push(machines);
      if (machines === 5) throw new Error("the process ends here");
    };
    await expect(migrateMachines(later.parts, breakOff, 2)).rejects.toThrow("ends here");
    expect(progress).toEqual([2, 3, 5]);
    expect(await migrateMachines(later.parts, () => {}, 2)).toEqual({
      machines: 4,
      failed: new Map(),
    });
    expect(await versions()).toEqual([`3 contract v${contractNext}`, `6 option v${optionNext}`]);
    expect(await later.verify()).toEqual([]);
  });

  test("passes over a customer whose machines it can't migrate, and goes on there later", async () => {
    for (const one of orders) await orderAndAccept(engine, one);
    const { option } = laterRelease.definitions;
    const unable: Registry = registryOf({
      ...definitions,
      option: {
        ...option,
        migrations: {
          [optionNow]: (snapshot: StoredSnapshot) => {
            const isSecond = snapshot.context["contractId"] === orders[1]?.contractId;
            if (isSecond) throw new Error("there is no such menu any more");
            return snapshot;
          },
        },
      },
    });
    const { failed, lines } = await under(unable).migrateAt(moment("2025-03-10"));
    expect(failed).toBe(1);
    expect(lines).toEqual([
      `customer ${orders[1]?.customerId}: there is no such menu any more`,
      "4 machines migrated; 1 customers failed",
    ]);
    expect(await versions()).toEqual([
      `3 contract v${contractNow}`,
      `2 option v${optionNow}`,
      `4 option v${optionNext}`,
    ]);
    const { lines: rest } = await under(laterRelease).migrateAt(moment("2025-03-10"));
    expect(rest).toEqual(["5 machines migrated; 0 customers failed"]);
    expect(await under(laterRelease).verify()).toEqual([]);
  });
});

/** The same customers under another release, with their past. */
function released(world: World, customerId: string): World {
  const { customer, machines, timers, ...past } = world.of(customerId);
  const state = { machines: [...machines.values()], timers: [...timers.values()].flat() };
  return resumeWorld(laterRelease.definition, [{ customer, ...state, past }]);
}

/** The customers of earlier runs are of the later release already: the earlier one passes them over. */
function passOverReleased(error: unknown): void {
  const errors = error instanceof AggregateError ? error.errors : [error];
  if (!errors.every((each) => each instanceof NewerVersion)) throw error;
}

describe("a release in the middle of a life", () => {
  let n = 10;
  const upgrades = fc.nat().chain(() => {
    n += 1;
    return fc.record({
      ...{ number: fc.constant(n), life: randomLife(n) },
      ...{ share: fc.integer({ min: 0, max: 99 }), atOnce: fc.boolean() },
    });
  });

  test("leads the world and the database to the same place", async () => {
    const seen = new Set<string>();
    const check = async (given: {
      number: number;
      life: Happening[];
      share: number;
      atOnce: boolean;
    }) => {
      const { number, life, share, atOnce } = given;
      const { customerId } = customerIds(number);
      await engine.addCustomer(customerId, number);
      const counters = {
        customerId,
        number,
        contractCounter: 0,
        invoiceCounter: 0,
        creditNoteCounter: 0,
      };
      let world = createWorld(registry.definition, [counters]);
      let present = under(registry);
      for (const [index, { at, command }] of life.entries()) {
        engine.setClock(at);
        if (index === Math.floor((life.length * share) / 100)) {
          present = under(laterRelease);
          world = released(world, customerId);
          if (atOnce) {
            world.migrate(at);
            await migrateMachines(present.parts);
          }
        }
        if (command) expect(await present.dispatch(command)).toEqual(world.send(command));
        else {
          world.advance(at);
          await present.sweepAt(at).catch(passOverReleased);
        }
      }
      const here = world.of(customerId);
      expect(await storedCustomer(engine.test, customerId)).toEqual(simulatedCustomer(here));
      for (const { event } of here.events) seen.add(event.type);
    };
    await fc.assert(fc.asyncProperty(upgrades, check), {
      numRuns: 12,
      seed: 20260101,
      endOnFailure: true,
    });
    expect(seen).toContain("engine.migrated");
    expect(await under(laterRelease).verify()).toEqual([]);
  }, 120_000);
});
