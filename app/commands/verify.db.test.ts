import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { rootChains } from "#app/workflow/root-chains.ts";
import type { EventRecord } from "#machines/engine/change.ts";
import { hashOf } from "#machines/engine/hash.ts";
import { definitions } from "#machines/registry.ts";
import { readHistory } from "#db/queries/engine/read-history.ts";
import { customerIds, moment } from "#test/helpers/commands.ts";
import { mustDo, orderAndAccept, payInvoice } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { refusals, sqlState } from "#test/helpers/sql-state.ts";
import { verifyDatabase } from "./verify.ts";

const secrets = ["a secret of the tests, 32 characters"];
const ids = customerIds(1);
const { customerId, contractId } = ids;
const invoiceId = ids.invoiceOf("2025-04-01").machineId;
const ofContract = `customer_id = '${customerId}' and machine_id = '${contractId}'`;
const tables = [
  ...["machine", "machine_event", "timer", "contract", "option", "invoice", "payment"],
  ...["chain_root", "chain_root_head", "audit"],
];

/** The number of the contract's last event, a cancellation, which the tests cut off. */
const tail = 8;
/** The end that the cancellation sets. */
const end = "2025-06-03T15:00:00.000Z";

const changeEvent = (seq: number, set: string) =>
  `update machine_event set ${set} where ${ofContract} and seq = ${seq}`;
const deleteEvent = (seq: number) =>
  `delete from machine_event where ${ofContract} and seq = ${seq}`;

let engine: TestEngine;

/** Runs statements behind the portal's back, with the append-only triggers asleep. */
async function tamper(...statements: string[]): Promise<void> {
  await engine.test.asSuperuser("set session_replication_role = replica");
  for (const statement of statements) await engine.test.asSuperuser(statement);
  await engine.test.asSuperuser("set session_replication_role = origin");
}
const save = (schema: string) =>
  tamper(
    `create schema ${schema}`,
    ...tables.map((table) => `create table ${schema}.${table} as select * from "${table}"`),
  );
const restore = (schema: string, names = tables) =>
  tamper(
    ...names.map((table) => `delete from "${table}"`),
    ...names.map((table) => `insert into "${table}" select * from ${schema}.${table}`),
  );

/** What `verify` prints: the findings, and the line of counts. */
async function verify(options: { secrets?: string[]; pageSize?: number } = {}) {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const found = await verifyDatabase({ database: engine.database, secrets, print, ...options });
  const summary = lines.pop();
  expect(lines).toHaveLength(found);
  return { lines, summary };
}
const root = (day: string, by = secrets) =>
  rootChains(engine.database, new Date(moment(day, 1)), by);
const history = () =>
  engine.database.transaction({ role: "portal_engine" }, (tx) =>
    readHistory(tx, { customerId, machineId: contractId }),
  );

/** Writes an event as the engine would have, after another's pattern, with a hash that fits. */
async function forge(pattern: EventRecord, change: Partial<EventRecord>): Promise<EventRecord> {
  const { hash: _, ...body } = { ...pattern, ...change };
  const forged = { ...body, hash: hashOf(body) };
  await tamper(
    deleteEvent(forged.seq),
    `insert into machine_event select (jsonb_populate_record(e, '${JSON.stringify({
      seq: forged.seq,
      command_id: forged.commandId,
      previous_hash: forged.previousHash,
      hash: forged.hash,
    })}')).* from intact.machine_event e where ${ofContract} and seq = ${pattern.seq}`,
  );
  return forged;
}

beforeAll(async () => {
  engine = await openEngine();
  await orderAndAccept(engine, ids);
  const other = customerIds(2);
  await orderAndAccept(engine, other);
  await engine.sweepAt(moment("2025-04-01", 1));
  await payInvoice(engine, ids, ids.invoiceOf("2025-04-01"), "2025-04-02", 2_134_000);
  expect(await root("2025-04-03")).not.toBeNull();
  await save("before");
  const cancel = { type: "cancel", wish: "earliest" };
  await mustDo(engine.send(ids.contract, "owner", moment("2025-04-03"), cancel));
  expect(await history()).toHaveLength(tail);
  expect(await root("2025-04-04")).not.toBeNull();
  await save("intact");
});
afterAll(() => engine.close());
afterEach(() => restore("intact"));

test("an intact database verifies, whatever the size of a page", async () => {
  const [{ n }] = (await engine.test.asSuperuser<{ n: number }>(
    "select count(*)::int as n from machine",
  )) as [{ n: number }];
  expect(n).toBeGreaterThan(5);
  const { lines, summary } = await verify();
  expect(lines).toEqual([]);
  expect(summary).toMatch(
    new RegExp(`^${n} machines, \\d+ events, 2 roots, .*2025-04-03.*; 0 find`),
  );
  for (const pageSize of [1, 2, n]) expect(await verify({ pageSize })).toEqual({ lines, summary });
});

test("a database on which commands are at work verifies", async () => {
  // One after the other: each moves the test's one clock on through its day.
  const working = async () => {
    for (const n of [10, 11, 12, 13]) await orderAndAccept(engine, customerIds(n));
  };
  const work = working();
  for (let round = 0; round < 5; round += 1) {
    expect((await verify({ pageSize: 3 })).lines).toEqual([]);
  }
  await work;
  await tamper("delete from customer where number >= 10");
});

describe("what was done behind the portal's back is named:", () => {
  test.each<[string, string, string]>([
    [
      "a changed event",
      changeEvent(2, `event = jsonb_set(event, '{day}', '"2025-03-04"')`),
      `${contractId} event 2: the event was changed`,
    ],
    [
      "a changed actor",
      changeEvent(3, `actor = '{"kind": "portal"}'`),
      `${contractId} event 3: the event was changed`,
    ],
    [
      "an event deleted in the middle",
      deleteEvent(3),
      `${contractId} event 3: the event is missing`,
    ],
    [
      "a changed snapshot",
      `update machine set snapshot = jsonb_set(snapshot, '{status}', '"done"') where ${ofContract}`,
      `${contractId}: the snapshot is not the one to which the events lead`,
    ],
    [
      "a changed head hash",
      `update machine set head_hash = repeat('0', 64) where ${ofContract}`,
      `${contractId} event ${tail}: the machine's row has another head hash than the event`,
    ],
    [
      "a machine of a definition that changed without a new version",
      `update machine set definition_hash = repeat('0', 64) where ${ofContract}`,
      `${contractId}: the machine's row was written by another definition of version ${definitions.contract.version}`,
    ],
    [
      "a machine's row that is gone",
      `delete from machine where ${ofContract}`,
      `${contractId}: the machine's row is missing`,
    ],
    [
      "a machine made another kind",
      `update machine set kind = 'router' where ${ofContract}`,
      `${contractId}: there is no machine of the kind router`,
    ],
    [
      "a moved timer",
      `update timer set due_at = '2031-01-01T00:00:00Z' where ${ofContract} and timer_id = 'end'`,
      `${contractId}: the timer end is due at 2031-01-01T00:00:00.000Z, not at ${end}`,
    ],
    [
      "an invented timer",
      `insert into timer values ('${customerId}', '${contractId}', 'mine', '2031-01-01', '{"type": "end"}')`,
      `${contractId}: the timer mine is no deadline of the machine`,
    ],
    [
      "a changed list column",
      `update invoice set paid = paid - 1 where invoice_id = '${invoiceId}'`,
      `${invoiceId}: the list column paid is not what the snapshot says`,
    ],
    [
      "list columns that are gone",
      `delete from invoice where invoice_id = '${invoiceId}'`,
      `${invoiceId}: the list columns are missing`,
    ],
    [
      "list columns of no machine",
      `insert into contract select (jsonb_populate_record(c, '{"contract_id": "${customerId}"}')).*
         from contract c where contract_id = '${contractId}'`,
      `${customerId}: the machine's row is missing`,
    ],
  ])("%s", async (_, statement, expected) => {
    await tamper(statement);
    const { lines, summary } = await verify();
    expect(lines).toEqual([expected]);
    expect(summary).toMatch(/; 1 findings$/);
  });

  test("a dropped timer, unless the audit log says who dropped it", async () => {
    await tamper(`delete from timer where ${ofContract} and timer_id = 'end'`);
    const missing = `the timer end of ${end} is missing`;
    expect((await verify()).lines).toEqual([`${contractId}: ${missing}`]);
    await tamper(
      `insert into audit (customer_id, audit_id, at, actor, action, outcome, machine_id, detail)
       values ('${customerId}', '${contractId}', now(), '{"kind": "timer"}', 'contract.endReached',
         'timer dropped', '${contractId}', '{"timerId": "end", "dueAt": "${end}"}')`,
    );
    expect((await verify()).lines).toEqual([]);
  });

  test("a forged event among the others", async () => {
    const [, second, third] = await history();
    if (!second || !third) throw new Error("The contract has no history.");
    await forge(third, { commandId: "forged", previousHash: second.hash });
    expect((await verify()).lines).toEqual([
      `${contractId} event 4: the event does not follow the one before it: it was inserted, or that one rewritten`,
    ]);
  });

  test("a forged event behind the last", async () => {
    const last = (await history()).at(-1);
    if (!last) throw new Error("The contract has no history.");
    await forge(last, { seq: tail + 1, commandId: "forged", previousHash: last.hash });
    expect((await verify()).lines).toEqual([
      `${contractId} event ${tail + 1}: the event comes after the last one that the machine's row knows`,
    ]);
  });
});

describe("a cut-off tail", () => {
  /** Takes the last event back with all that it changed of its machine. */
  const cutTidily = async () => {
    await tamper(deleteEvent(tail));
    await restore("before", ["machine", "timer", "contract", "option", "invoice"]);
  };

  test("is found by the machine's row", async () => {
    await tamper("delete from chain_root", "delete from chain_root_head", deleteEvent(tail));
    expect((await verify()).lines).toEqual([
      `${contractId} event ${tail}: the events from here on are missing`,
    ]);
  });

  test("is found by the signed root alone where the machine's row was repaired", async () => {
    await cutTidily();
    const rooted = await verify();
    expect(rooted.lines).toEqual([
      `${contractId} event ${tail}: the event is missing; the root of 2025-04-03 covers it`,
    ]);
    await tamper("delete from chain_root", "delete from chain_root_head");
    expect((await verify()).lines).toEqual([]);
  });

  test("is found where the heads that show it were taken away, or their root", async () => {
    await cutTidily();
    const ofDay = `where day = '2025-04-03'`;
    await tamper(`delete from chain_root_head ${ofDay} and machine_id = '${contractId}'`);
    const broken = "root 2025-04-03: it is not over these heads and the root before it";
    expect((await verify()).lines).toEqual([broken]);
    await tamper(`delete from chain_root ${ofDay}`);
    await tamper(
      `insert into chain_root_head values ('${customerId}', '${contractId}', '2025-04-03', 1, '')`,
    );
    expect((await verify()).lines).toContain(
      "root 2025-04-03: it is missing, and its heads are there",
    );
  });

  test("is found where the whole root was made anew without the secret", async () => {
    await cutTidily();
    await tamper(...["chain_root", "chain_root_head"].map((table) => `delete from ${table}`));
    await root("2025-04-04", ["a secret that somebody else thought of"]);
    expect((await verify()).lines).toEqual(["root 2025-04-03: no secret of ours signed it"]);
  });
});

describe("the signed root of a day", () => {
  const heads = (day: string) =>
    engine.test.asSuperuser<{ id: string }>(
      "select machine_id as id from chain_root_head where day = $1::date",
      [day],
    );

  test("is made once, however many try, over the heads that have changed", async () => {
    const other = customerIds(2);
    const cancel = { type: "cancel", wish: "earliest" };
    await mustDo(engine.send(other.contract, "owner", moment("2025-04-04"), cancel));
    const made = await Promise.all([1, 2, 3].map(() => root("2025-04-05")));
    const [one, ...more] = made.filter((each) => each !== null);
    expect(more).toEqual([]);
    const [{ n }] = (await engine.test.asSuperuser("select count(*)::int as n from machine")) as [
      { n: number },
    ];
    expect(one).toMatchObject({ day: "2025-04-04", machines: n });
    expect((await heads("2025-04-04")).map(({ id }) => id)).toContain(other.contractId);
    expect((await heads("2025-04-04")).map(({ id }) => id)).not.toContain(contractId);
    expect(await root("2025-04-05")).toBeNull();
    // A clock that goes back makes none either.
    expect(await root("2025-04-02")).toBeNull();
    const { lines, summary } = await verify();
    expect(lines).toEqual([]);
    expect(summary).toContain(`3 roots, the newest of 2025-04-04 is ${one?.root}`);
  });

  test("covers those before it, so that a secret may be retired a day after the next", async () => {
    const next = "the secret that comes after, 32 characters";
    const unsigned = ["2025-04-02", "2025-04-03"].map(
      (day) => `root ${day}: no secret of ours signed it`,
    );
    expect((await verify({ secrets: [next] })).lines).toEqual(unsigned);
    await root("2025-04-05", [next, ...secrets]);
    expect((await verify({ secrets: [next] })).lines).toEqual([]);
    await tamper(
      "update chain_root set made_at = made_at + interval '1 hour' where day = '2025-04-02'",
    );
    expect((await verify({ secrets: [next] })).lines).toEqual([
      "root 2025-04-02: it is not over these heads and the root before it",
    ]);
  });

  test("is never changed, and no tenant sees it", async () => {
    for (const table of ["chain_root", "chain_root_head"]) {
      for (const change of [`delete from ${table}`, `update ${table} set day = day`]) {
        expect(await sqlState(engine.test.asSuperuser(change))).toBe(refusals.appendOnly);
      }
      const seen = engine.database.transaction({ role: "portal_app", customerId }, (tx) =>
        tx.execute(`select from ${table}`),
      );
      expect(await sqlState(seen)).toBe(refusals.insufficientPrivilege);
    }
  });
});
