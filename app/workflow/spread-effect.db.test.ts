import { afterAll, beforeAll, expect, test } from "vitest";
import { countSpreadTargets } from "#db/queries/spread.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import type { SpreadScope } from "#machines/engine/spread.ts";
import { customerIds, machineOf, type CustomerIds } from "#test/helpers/commands.ts";
import { addEffect, seeEffect, seeJobs } from "#test/helpers/effects.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { listeningMachines as registry } from "#test/helpers/listening-machines.ts";
import { createFailPoints } from "#test/properties/fail-points.ts";
import { createDispatch, type Dispatch } from "./dispatch.ts";
import { runEffect } from "./effects.ts";
import { spreadEffect, type SpreadParts } from "./spread-effect.ts";

const customers = Array.from({ length: 5 }, (_, n) => customerIds(n + 1));
const contractIds = customers.map(({ contractId }) => contractId);
const sizes = { machinesPerPage: 2, pagesPerJob: 1, mostFailed: 3 };
const allContracts = { to: "contract", statuses: ["active"], menus: null } as const;
const beganAt = "2025-04-01T00:00:00.000Z";

let engine: TestEngine;
let spreads = 0;

async function begin(kind: "contract" | "option", ids: CustomerIds, menuCode: string) {
  const machineId = kind === "contract" ? ids.contractId : ids.deviceId;
  const command = {
    ...machineOf(kind, ids.customerId, machineId),
    ...{ commandId: "begin", actor: { kind: "portal" } as const, receivedAt: beganAt },
  };
  const event = { type: "begin", menuCode, contractId: ids.contractId };
  expect(await dispatchTo(engine)({ ...command, event })).toMatchObject({ ok: true });
}

const dispatchTo = ({ database, jobs, clock }: Pick<TestEngine, "database" | "jobs" | "clock">) =>
  createDispatch({ database, jobs, clock, registry });

beforeAll(async () => {
  engine = await openEngine();
  for (const [n, ids] of customers.entries()) {
    await engine.addCustomer(ids.customerId, ids.n);
    await begin("contract", ids, n === 0 ? "BASE-X" : "BASE");
    if (n < 3) await begin("option", ids, "VPN");
  }
});
afterAll(() => engine.close());

/** A spread as an operator's machine would have asked for it. */
async function askFor(scope: SpreadScope, type = "hear"): Promise<EffectKey> {
  spreads += 1;
  const machineId = derivedId(operatorCustomerId, `spread ${spreads}`);
  const key = { customerId: operatorCustomerId, machineId, seq: 1, n: 0 };
  return addEffect(engine.test, { kind: "spread", params: { scope, event: { type } }, key });
}

const nothing = { perform: async () => ({ outcome: "done" as const }) };
const partsWith = (parts: Partial<SpreadParts>) => {
  const { database, clock, jobs } = engine;
  const handlers = {
    ...{ mail: nothing, expireCheckout: nothing, lookUpCheckout: nothing },
    spread: spreadEffect({ database, dispatch: dispatchTo(engine), sizes, ...parts }),
  };
  return { database: parts.database ?? database, clock, jobs, handlers } as unknown as Parameters<
    typeof runEffect
  >[0];
};

/** Who has heard of a spread, and how often. */
const heard = (key: EffectKey) =>
  engine.test.asSuperuser<{ machineId: string; sender: string; times: number }>(
    `select machine_id as "machineId", actor->>'machineId' as sender, count(*)::int as times
     from machine_event where command_id = $1 group by 1, 2 order by 1`,
    [["spread", key.customerId, key.machineId, 1, 0].join("/")],
  );

const eachOnce = (key: EffectKey, machineIds: readonly string[]) =>
  machineIds.toSorted().map((machineId) => ({ machineId, sender: key.machineId, times: 1 }));

test("goes through all machines of its scope by pages, a job after a job, each once", async () => {
  const key = await askFor(allContracts);
  const jobKey = [key.customerId, key.machineId, 1, 0].join("/");
  for (const machines of [2, 4]) {
    await runEffect(partsWith({}), key, false);
    expect(await heard(key)).toHaveLength(machines);
    expect(await seeEffect(engine.test, key)).toMatchObject({ state: "pending", attempts: 0 });
    expect(await seeJobs(engine.test, jobKey)).toHaveLength(machines / 2);
  }
  await runEffect(partsWith({}), key, false);
  expect(await heard(key)).toEqual(eachOnce(key, contractIds));
  const rendered = { isThrough: true, taken: 5, passedOver: 0, failed: [] };
  expect(await seeEffect(engine.test, key)).toMatchObject({ state: "done", rendered });
  const [at] = await engine.test.asSuperuser<{ same: boolean }>(
    `select bool_and(m.at = date_trunc('milliseconds', e.at)) as same from machine_event m join effect e
     on m.command_id = concat_ws('/', 'spread', e.customer_id, e.machine_id, e.seq, e.n)
     where e.machine_id = $1`,
    [key.machineId],
  );
  expect(at?.same).toBe(true);
});

test("counts and reaches what has a menu, options of a menu, and what is named", async () => {
  const [one, two] = customers.map(({ customerId, contractId }) => {
    return { customerId, machineId: contractId };
  });
  if (!one || !two) throw new Error("too few customers");
  const statuses = ["active"];
  const cases: [SpreadScope, number][] = [
    [allContracts, 5],
    [{ to: "contract", statuses, menus: ["BASE"] }, 4],
    [{ to: "contract", statuses, menus: ["BASE", "BASE-X"] }, 5],
    [{ to: "contract", statuses, menus: ["VPN"] }, 3],
    [{ to: "contract", statuses, menus: ["something else"] }, 0],
    [{ to: "contract", statuses: ["draft"], menus: null }, 0],
    [{ to: "option", statuses, menus: ["VPN"] }, 3],
    [{ to: "option", statuses, menus: ["BASE"] }, 0],
    [{ to: "contract", machines: [one, two, one] }, 2],
    [{ to: "contract", machines: [] }, 0],
  ];
  for (const [scope, machines] of cases) {
    const counted = await engine.database.transaction({ role: "portal_engine" }, (tx) =>
      countSpreadTargets(tx, scope),
    );
    expect(counted, JSON.stringify(scope)).toEqual({ machines, customers: machines });
  }
  const key = await askFor({ to: "contract", machines: [one, two] });
  for (let job = 0; job < 2; job += 1) await runEffect(partsWith({}), key, false);
  expect(await heard(key)).toEqual(eachOnce(key, [one.machineId, two.machineId]));
});

test("a machine that has nothing to do is passed over; what it may not be sent is our fault", async () => {
  const { customerId, contractId: machineId } = customerIds(1);
  const named = { to: "contract", machines: [{ customerId, machineId }] } as const;
  const idle = await askFor(named, "begin");
  await expect(runEffect(partsWith({}), idle, false)).rejects.toThrow(/begin at contract/);
  const forbidden = await askFor(named, "staffOnly");
  await expect(runEffect(partsWith({}), forbidden, false)).rejects.toThrow(/staffOnly at contract/);
  await runEffect(partsWith({}), forbidden, true);
  expect(await seeEffect(engine.test, forbidden)).toMatchObject({ state: "dead" });

  const ids = customerIds(8);
  await engine.addCustomer(ids.customerId, ids.n);
  await begin("contract", ids, "BASE");
  const sleeper = machineOf("contract", ids.customerId, ids.contractId);
  await dispatchTo(engine)({
    ...{ ...sleeper, commandId: "sleep", actor: { kind: "portal" } },
    ...{ receivedAt: beganAt, event: { type: "fallAsleep" } },
  });
  const asleep = await askFor({ to: "contract", machines: [sleeper] });
  await runEffect(partsWith({}), asleep, false);
  const rendered = { taken: 0, passedOver: 1 };
  expect(await seeEffect(engine.test, asleep)).toMatchObject({ state: "done", rendered });
});

test("one machine that can't be reached holds up no other and is tried again", async () => {
  const key = await askFor(allContracts);
  const [, second] = contractIds;
  let isBroken = true;
  const dispatch: Dispatch = async (command) => {
    if (isBroken && command.machineId === second) throw new RangeError("out of order");
    return dispatchTo(engine)(command);
  };
  const parts = partsWith({ dispatch });
  await runEffect(parts, key, false);
  await runEffect(parts, key, false);
  await expect(runEffect(parts, key, false)).rejects.toThrow(`RangeError at contract ${second}`);
  expect(await heard(key)).toHaveLength(4);
  isBroken = false;
  await runEffect(parts, key, false);
  expect(await heard(key)).toEqual(eachOnce(key, contractIds));
  expect(await seeEffect(engine.test, key)).toMatchObject({ state: "done" });
});

test("where nobody can be reached, the page is done again and nothing is left out", async () => {
  const key = await askFor(allContracts);
  const dispatch: Dispatch = async () => {
    throw new RangeError("out of order");
  };
  const wide = { machinesPerPage: 5, pagesPerJob: 1, mostFailed: 3 };
  const parts = partsWith({ dispatch, sizes: wide });
  await expect(runEffect(parts, key, false)).rejects.toThrow("RangeError");
  expect(await seeEffect(engine.test, key)).toMatchObject({
    rendered: { after: null, failed: [] },
  });
  for (let job = 0; job < 3; job += 1) await runEffect(partsWith({}), key, false);
  expect(await heard(key)).toEqual(eachOnce(key, contractIds));
});

test("broken off before any statement or commit, it reaches everybody once in the end", async () => {
  const points = createFailPoints(engine.database);
  let struck = 0;
  for (let after = 0; after < 60; after += 1) {
    const key = await askFor(allContracts);
    points.set([{ after, breaks: "process" }]);
    for (let job = 0; job < 12; job += 1) {
      const { database } = points.open();
      const dispatch = dispatchTo({ ...engine, database });
      await runEffect(partsWith({ database, dispatch }), key, false).catch(() => (struck += 1));
      if ((await seeEffect(engine.test, key)).state === "done") break;
    }
    expect(await heard(key), `broken off at place ${after}`).toEqual(eachOnce(key, contractIds));
  }
  expect(struck).toBeGreaterThan(30);
}, 120_000);
