import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Handle } from "#db/client.ts";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { mustDo, orderAndAccept, payInvoice } from "#test/helpers/customer-life.ts";
import { openEngine, type TestEngine } from "#test/helpers/engine.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { everythingStored, faultsOf } from "#test/helpers/stored.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const of = <Row extends { customer_id?: unknown }>(rows: Row[] | undefined, customerId: string) =>
  (rows ?? []).filter((row) => row.customer_id === customerId);

/** Everything stored but the audit log, which a refusal writes. */
async function storedWithoutAudit() {
  const { audit, ...rest } = await everythingStored(engine.test);
  return { audit, rest };
}

describe("an accepted command", () => {
  const ids = customerIds(1);

  test("writes snapshot, events, views, numbers, timers, effects and their jobs", async () => {
    await orderAndAccept(engine, ids);
    const found = await everythingStored(engine.test);
    const mine = (table: string) => of(found[table], ids.customerId);
    expect(
      mine("machine")
        .map(({ kind, seq }) => [kind, seq])
        .toSorted(),
    ).toEqual([
      ["contract", 5],
      ["option", 3],
      ["option", 3],
    ]);
    expect(mine("machine_event")).toHaveLength(11);
    expect(mine("contract")).toMatchObject([
      {
        number: "C000001-01",
        status: "preparing",
        start_day: "2025-04-01",
        annual_price: 1_200_000,
      },
    ]);
    expect(mine("option").map(({ kind, status }) => [kind, status])).toEqual([
      ["subscription", "provisioning"],
      ["work", "provisioning"],
    ]);
    expect(mine("customer")).toMatchObject([{ contract_counter: 1, invoice_counter: 0 }]);
    expect(mine("timer")).toMatchObject([{ timer_id: "start" }]);
    const keys = mine("effect").map(({ machine_id, seq, n }) => [machine_id, seq, n]);
    expect(keys).toHaveLength(3);
    const jobs = found["jobs"]?.filter(({ customerId }) => customerId === ids.customerId);
    expect(jobs?.map(({ machineId, seq, n }) => [machineId, seq, n]).toSorted()).toEqual(
      keys.toSorted(),
    );
  });

  test("posts to the ledger what an invoice and a payment are worth", async () => {
    await engine.sweepAt(moment("2025-04-01", 1));
    await payInvoice(engine, ids, ids.invoiceOf("2025-04-01"), "2025-04-10", 2_134_000);
    const found = await everythingStored(engine.test);
    expect(of(found["invoice"], ids.customerId)).toMatchObject([
      { number: "000001-0001", status: "paid", total: 2_134_000, paid: 2_134_000 },
    ]);
    expect(of(found["payment"], ids.customerId)).toMatchObject([{ status: "succeeded" }]);
    const sums = new Map<unknown, number>();
    for (const { account, debit, credit } of of(found["ledger_entry"], ids.customerId)) {
      sums.set(account, (sums.get(account) ?? 0) + Number(debit) - Number(credit));
    }
    expect(Object.fromEntries(sums)).toEqual({
      receivables: 0,
      deferredRevenue: -1_940_000,
      taxPayable: -194_000,
      stripeClearing: 2_134_000,
    });
    expect(await faultsOf(engine.test)).toEqual([]);
  });
});

describe("a command sent again", () => {
  const ids = customerIds(2);

  test("gets the first result and doubles nothing, whatever happened since", async () => {
    await engine.addCustomer(ids.customerId, ids.n);
    const [at, commandId] = [moment("2025-03-03"), "open once"];
    const first = await engine.send(
      ids.contract,
      "owner",
      at,
      { type: "openDraft" },
      { commandId },
    );
    expect(first).toEqual({ ok: true, seq: 1, state: "draft", repeated: false });
    await mustDo(engine.send(ids.contract, "owner", at, submit("2025-04-01")));
    const before = await everythingStored(engine.test);
    for (const event of [{ type: "openDraft" }, { type: "withdraw" }]) {
      const again = await engine.send(ids.contract, "owner", at, event, { commandId });
      expect(again).toEqual({ ok: true, seq: 1, state: "draft", repeated: true });
    }
    expect(await everythingStored(engine.test)).toEqual(before);
  });

  test("is one command however many arrive at once", async () => {
    const commandId = "withdraw once";
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () =>
        engine.send(
          ids.contract,
          "owner",
          moment("2025-03-04"),
          { type: "withdraw" },
          { commandId },
        ),
      ),
    );
    const repeated = outcomes.map((outcome) => outcome.ok && outcome.repeated);
    expect(repeated.toSorted()).toEqual([false, true, true, true, true]);
  });
});

describe("a refused command", () => {
  const ids = customerIds(3);
  const at = moment("2025-03-03");

  test("writes one line to the audit log and nothing else, and its id can be used again", async () => {
    await engine.addCustomer(ids.customerId, ids.n);
    await mustDo(engine.send(ids.contract, "owner", at, { type: "openDraft" }));
    const before = await storedWithoutAudit();
    const commandId = "submit";
    const invalid = { ...submit("2025-04-01"), wishedStart: "2025-02-30" };
    let ran = false;
    const refusals = [
      await engine.send(ids.contract, "viewer", at, submit("2025-04-01"), {
        commandId,
        alongside: async () => {
          ran = true;
        },
      }),
      await engine.send(ids.contract, "owner", at, { type: "withdraw" }, { commandId }),
      await engine.send(ids.contract, "owner", at, invalid, { commandId }),
      await engine.send(ids.payment("none"), "stripe", at, { type: "expire" }, { commandId }),
      await engine.send({ ...ids.contract, kind: "option" }, "owner", at, { type: "provision" }),
    ];
    expect(refusals.map((outcome) => !outcome.ok && outcome.refusal.code)).toEqual([
      "notAllowed",
      "notNow",
      "invalid",
      "notFound",
      "notAllowed",
    ]);
    const after = await storedWithoutAudit();
    expect(ran).toBe(false);
    expect(after.rest).toEqual(before.rest);
    expect(after.audit).toHaveLength((before.audit?.length ?? 0) + 5);
    expect(of(after.audit, ids.customerId)).toContainEqual(
      expect.objectContaining({
        action: "contract.submit",
        actor: actorOf("viewer"),
        outcome: "refused: notAllowed",
        machine_id: ids.contractId,
        detail: { commandId },
      }),
    );
    await mustDo(engine.send(ids.contract, "owner", at, submit("2025-04-01"), { commandId }));
  });

  test("takes no number: the next contract has the next one", async () => {
    const outcome = await engine.send(ids.contract, "owner", at, submit("2025-04-01"));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "notNow" } });
    const [row] = of((await everythingStored(engine.test))["customer"], ids.customerId);
    expect(row).toMatchObject({ contract_counter: 1 });
  });

  test("an option with the id of another thing refuses the whole order", async () => {
    const other = customerIds(30);
    await engine.addCustomer(other.customerId, other.n);
    await mustDo(engine.send(other.contract, "owner", at, { type: "openDraft" }));
    const before = await storedWithoutAudit();
    const clash = {
      ...submit("2025-04-01").basic,
      optionId: other.contractId,
      kind: "work" as const,
    };
    const twice = { ...clash, optionId: other.workId };
    for (const options of [[clash], [twice, twice]]) {
      const order = { ...submit("2025-04-01"), options };
      const outcome = await engine.send(other.contract, "owner", at, order);
      expect(outcome).toMatchObject({ ok: false });
    }
    expect((await storedWithoutAudit()).rest).toEqual(before.rest);
  });

  test.each([
    ["a machine's id that is none", { machineId: "1" }],
    ["a customer's id that is none", { customerId: "x' or true" }],
    ["a command's id with NUL", { commandId: "a\0b" }],
  ])("%s never comes near the database", async (_, wrong) => {
    const command = {
      ...{ ...ids.contract, commandId: "c", actor: actorOf("owner"), receivedAt: at },
      event: { type: "withdraw" },
      ...wrong,
    };
    const outcome = await engine.dispatch(command);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "invalid" } });
  });

  test("a customer that does not exist", async () => {
    const outcome = await engine.send(customerIds(99).contract, "owner", at, { type: "openDraft" });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "notFound" } });
  });
});

describe("a command that waited", () => {
  const ids = customerIds(4);
  const receivedAt = moment("2025-03-03");
  const later = (seconds: number) =>
    new Date(Date.parse(receivedAt) + seconds * 1000).toISOString();
  const command = {
    ...{ ...ids.contract, commandId: "waited", actor: actorOf("owner"), receivedAt },
    event: { type: "openDraft" },
  };

  test("more than ten seconds is refused to a person, and recorded", async () => {
    await engine.addCustomer(ids.customerId, ids.n);
    engine.setClock(later(10.5));
    const outcome = await engine.dispatch(command);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "tooLate" } });
    const audit = of((await everythingStored(engine.test))["audit"], ids.customerId);
    expect(audit).toMatchObject([{ outcome: "refused: tooLate" }]);
  });

  test("less is taken, and taken again however late it comes back", async () => {
    engine.setClock(later(5));
    expect(await engine.dispatch(command)).toMatchObject({ ok: true, repeated: false });
    engine.setClock(later(3600));
    expect(await engine.dispatch(command)).toMatchObject({ ok: true, repeated: true });
  });

  test("any time is taken from a provider: what it says stays true", async () => {
    const event = { type: "expire" };
    const late = { ...command, ...ids.payment("none"), actor: actorOf("stripe"), event };
    const outcome = await engine.dispatch({ ...late, commandId: "late" });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "notFound" } });
  });
});

describe("a use-case's own rows", () => {
  const ids = customerIds(5);
  const at = moment("2025-03-03");
  const rename = (tx: Handle, name: string) =>
    tx.execute(sql`update customer set name = ${name} where customer_id = ${ids.customerId}`);

  test("are written with the command", async () => {
    await engine.addCustomer(ids.customerId, ids.n);
    const alongside = async (tx: Handle) => void (await rename(tx, "Renamed"));
    await mustDo(engine.send(ids.contract, "owner", at, { type: "openDraft" }, { alongside }));
    expect(of((await everythingStored(engine.test))["customer"], ids.customerId)).toMatchObject([
      { name: "Renamed" },
    ]);
  });

  test("take everything back where they fail", async () => {
    const before = await everythingStored(engine.test);
    const alongside = async (tx: Handle) => {
      await rename(tx, "Lost");
      throw new Error("no paper");
    };
    const sent = engine.send(ids.contract, "owner", at, submit("2025-04-01"), { alongside });
    await expect(sent).rejects.toThrow("no paper");
    expect(await everythingStored(engine.test)).toEqual(before);
  });
});

describe("a command after downtime", () => {
  const ids = customerIds(6);

  test("meets its machine up to date: what was due goes first", async () => {
    await orderAndAccept(engine, ids);
    const cancel = { type: "cancel", wish: null };
    await mustDo(engine.send(ids.contract, "owner", moment("2026-05-10"), cancel));
    const { contract, invoice, machine_event } = await everythingStored(engine.test);
    expect(of(contract, ids.customerId)).toMatchObject([
      { term_end: "2027-03-31", exit: "pending", end_day: "2027-03-31", end_cause: "expired" },
    ]);
    expect(of(invoice, ids.customerId)).toHaveLength(2);
    const own = of(machine_event, ids.customerId).filter(
      (row) => row["machine_id"] === ids.contractId,
    );
    const inOrder = own.toSorted((a, b) => Number(a["seq"]) - Number(b["seq"]));
    const times = inOrder.map(({ at }) => new Date(String(at)).getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(inOrder.at(-1)?.["event"]).toMatchObject({ type: "cancel" });
    expect(await faultsOf(engine.test)).toEqual([]);
  });
});
