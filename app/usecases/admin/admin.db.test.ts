import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { openDraft } from "#app/usecases/orders/open-draft.ts";
import { withdrawOrder } from "#app/usecases/orders/withdraw-order.ts";
import { jobKey } from "#app/workflow/jobs.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import { addEffect, seeEffect, seeJobs } from "#test/helpers/effects.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { linesPerPage, readAuditPage } from "./read-audit-log.ts";
import { lookUpEffect, retryDeadEffects, retryEffect, settleEffect } from "./decide-effect.ts";
import { readEffectsPage } from "./read-effects.ts";
import { readEventsPage } from "./read-events.ts";
import { retryEvent } from "./retry-event.ts";

let opened: TestPortal;
let customerId: string;
const admin = () => opened.staff("admin");
const refusals = linesPerPage + 3;

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  customerId = await opened.addCustomer("みなと商事");
});
afterAll(() => opened.close());

describe("an effect that was given up", () => {
  let key: EffectKey;
  const stateOf = async () => {
    const [row] = await opened.test.asSuperuser<{ state: string; problem: string }>(
      "select state, problem from effect where machine_id = $1 and seq = $2 and n = $3",
      [key.machineId, key.seq, key.n],
    );
    return row;
  };
  const jobs = () =>
    opened.test.asSuperuser<{ data: EffectKey }>(
      "select data from pgboss.job where name = 'effect' and data->>'machineId' = $1",
      [key.machineId],
    );
  const retries = async () =>
    (await readAuditPage(await admin(), { outcome: "accepted", page: 1 })).lines;

  beforeAll(async () => {
    const machineId = await placeOrder(await opened.member(customerId), "2030-04-01");
    const [row] = await opened.test.asSuperuser<{ seq: number; n: number }>(
      "select seq, n from effect where machine_id = $1 and kind = 'mail'",
      [machineId],
    );
    key = { customerId, machineId, seq: row!.seq, n: row!.n };
    await opened.test.asSuperuser(
      `update effect set state = 'dead', attempts = 13, problem = 'mailbox unavailable',
         attempted_at = '2030-03-01T02:00:00Z', finished_at = '2030-03-01T02:00:00Z'
       where machine_id = $1`,
      [machineId],
    );
  });

  test("is shown with its cause, its tries and no address", async () => {
    const page = await readEffectsPage(await admin(), { state: null, page: 1 });
    expect(page).toMatchObject({ state: "dead", counts: { dead: 1, unresolved: 0 } });
    expect(page.effects).toMatchObject([
      {
        ...{ ...key, kind: "mail", template: "order-received", attempts: 13 },
        customerName: "みなと商事",
        ...{ problem: "mailbox unavailable", attemptedAt: "2030-03-01T02:00:00.000Z" },
      },
    ]);
    expect(JSON.stringify(page)).not.toContain("@");
  });

  test("is tried again by administrators only, and only if there is one", async () => {
    for (const role of ["operations", "finance"] as const) {
      const attempt = retryEffect(await opened.staff(role), key);
      await expect(attempt).rejects.toMatchObject({ code: "notAllowed" });
    }
    for (const wrong of [{ n: 99 }, { machineId: "1" }, { seq: Number.NaN }]) {
      const attempt = retryEffect(await admin(), { ...key, ...wrong });
      await expect(attempt).rejects.toMatchObject({ code: "notFound" });
    }
    expect(await stateOf()).toMatchObject({ state: "dead" });
    expect(await retries()).toEqual([]);
  });

  test("is queued again with the same key and written down, once", async () => {
    const before = (await jobs()).length;
    const asker = await admin();
    await retryEffect(asker, key);
    expect(await stateOf()).toEqual({ state: "pending", problem: "mailbox unavailable" });
    const queued = await jobs();
    expect(queued.length).toBe(before + 1);
    expect(queued.every(({ data }) => data.seq === key.seq && data.n === key.n)).toBe(true);
    await expect(retryEffect(asker, key)).rejects.toMatchObject({ code: "conflict" });
    expect((await jobs()).length).toBe(before + 1);
    expect(await retries()).toMatchObject([
      {
        ...{ action: "effect.retry", actorKind: "staff", actorRole: "admin" },
        ...{ actorId: asker.userId, customerId, machineId: key.machineId },
      },
    ]);
  });
});

test("all that were given up are tried again at once, each with its line in the audit log", async () => {
  const keys = [];
  for (let n = 0; n < 3; n += 1) keys.push(await addEffect(opened.test, { state: "dead" }));
  const attempt = retryDeadEffects(await opened.staff("operations"));
  await expect(attempt).rejects.toMatchObject({ code: "notAllowed" });
  expect(await retryDeadEffects(await admin())).toBe(3);
  for (const key of keys) {
    expect(await seeEffect(opened.test, key)).toMatchObject({ state: "pending" });
    expect(await seeJobs(opened.test, jobKey(key))).toHaveLength(1);
    const lines = await opened.test.asSuperuser("select action from audit where machine_id = $1", [
      key.machineId,
    ]);
    expect(lines).toEqual([{ action: "effect.retry" }]);
  }
  expect(await retryDeadEffects(await admin())).toBe(0);
});

describe("an effect of which nobody can tell whether it was done", () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const add = (keySince: string) =>
    addEffect(opened.test, { state: "unresolved", attempts: 13, keySince });
  const actionsOn = ({ machineId }: EffectKey) =>
    opened.test.asSuperuser<{ action: string; actor: { userId: string } }>(
      "select action, actor from audit where machine_id = $1",
      [machineId],
    );

  test("is shown with its doubt, apart from those given up", async () => {
    const doubtSince = hoursAgo(30);
    await add(doubtSince);
    const recent = await add(hoursAgo(1));
    const page = await readEffectsPage(await admin(), { state: "unresolved", page: 1 });
    expect(page.counts).toMatchObject({ unresolved: 2 });
    const bySafety = page.effects.toSorted((one, two) => Number(one.isSafe) - Number(two.isSafe));
    expect(bySafety).toMatchObject([
      { template: "receipt", doubtSince, lookedUpAt: null, isSafe: false },
      { machineId: recent.machineId, isSafe: true },
    ]);
  });

  test("is taken as done on an administrator's word, which is written down", async () => {
    const key = await add(hoursAgo(30));
    const attempt = settleEffect(await opened.staff("finance"), key);
    await expect(attempt).rejects.toMatchObject({ code: "notAllowed" });
    expect(await seeEffect(opened.test, key)).toMatchObject({ state: "unresolved" });
    const asker = await admin();
    await settleEffect(asker, key);
    expect(await seeEffect(opened.test, key)).toMatchObject({ state: "done" });
    expect(await seeJobs(opened.test, jobKey(key))).toEqual([]);
    expect(await actionsOn(key)).toMatchObject([{ action: "effect.settle" }]);
    await expect(settleEffect(asker, key)).rejects.toMatchObject({ code: "conflict" });
    await expect(retryEffect(asker, key)).rejects.toMatchObject({ code: "conflict" });
  });

  test.each([
    ["its own key as long as that lives", 2, 1],
    ["a new key once its own has lapsed", 30, 2],
  ])("is sent again under %s", async (_key, hours, keyNumber) => {
    const key = await add(hoursAgo(hours));
    await retryEffect(await admin(), key);
    const found = await seeEffect(opened.test, key);
    expect(found).toMatchObject({ state: "pending", key_number: keyNumber });
    expect(found.key_since === null).toBe(keyNumber === 2);
    expect(await seeJobs(opened.test, jobKey(key))).toMatchObject([{ state: "created" }]);
    expect(await actionsOn(key)).toMatchObject([{ action: "effect.retry" }]);
  });

  test("is looked up again under the key it had", async () => {
    const key = await add(hoursAgo(30));
    await lookUpEffect(await admin(), key);
    const found = await seeEffect(opened.test, key);
    expect(found).toMatchObject({ state: "unknown", key_number: 1 });
    expect(found.key_since).not.toBeNull();
    expect(await seeJobs(opened.test, jobKey(key))).toMatchObject([{ state: "created" }]);
    expect(await actionsOn(key)).toMatchObject([{ action: "effect.lookUp" }]);
    await expect(lookUpEffect(await admin(), key)).rejects.toMatchObject({ code: "conflict" });
  });

  test("can't be settled while it was only given up", async () => {
    const key = await addEffect(opened.test, { state: "dead" });
    await expect(settleEffect(await admin(), key)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a provider's message that was given up", () => {
  const event = { provider: "stripe", eventId: "evt_given_up" };
  beforeAll(async () => {
    await opened.test.asSuperuser(
      `insert into inbox (provider, event_id, type, object_id, body, received_at, state, outcome,
         processed_at)
       values ('stripe', 'evt_given_up', 'charge.failed', 'ch_1', '{"secret":"a@b.example"}',
         now(), 'failed', 'retry: 500 api_error', now()),
        ('stripe', 'evt_done', 'charge.failed', 'ch_2', '{}', now(), 'done', 'applied: x', now())`,
    );
  });

  test("is shown with its cause and without its body", async () => {
    const page = await readEventsPage(await admin(), { page: 1 });
    expect(page).toMatchObject({ counts: { events: 1 }, page: 1, pages: 1 });
    expect(page.events).toMatchObject([
      { ...event, type: "charge.failed", objectId: "ch_1", problem: "retry: 500 api_error" },
    ]);
    expect(JSON.stringify(page)).not.toContain("@");
    for (const reader of [await opened.staff("operations"), await opened.member(customerId)]) {
      const attempt = readEventsPage(reader, { page: 1 });
      await expect(attempt).rejects.toMatchObject({ code: "notAllowed" });
    }
  });

  test("is worked again once, on an administrator's word, which is written down", async () => {
    const refused = retryEvent(await opened.staff("operations"), event);
    await expect(refused).rejects.toMatchObject({ code: "notAllowed" });
    const missing = retryEvent(await admin(), { ...event, eventId: "evt_none" });
    await expect(missing).rejects.toMatchObject({ code: "notFound" });
    const finished = retryEvent(await admin(), { ...event, eventId: "evt_done" });
    await expect(finished).rejects.toMatchObject({ code: "conflict" });
    await retryEvent(await admin(), event);
    await expect(retryEvent(await admin(), event)).rejects.toMatchObject({ code: "conflict" });
    expect(await seeJobs(opened.test, jobKey(event))).toMatchObject([
      { name: "inbox", state: "created" },
    ]);
    const written = await opened.test.asSuperuser(
      "select detail from audit where action = 'event.retry'",
    );
    expect(written).toMatchObject([{ detail: { ...event, problem: "retry: 500 api_error" } }]);
    expect(await readEventsPage(await admin(), { page: 1 })).toMatchObject({ events: [] });
  });
});

describe("the audit log", () => {
  beforeAll(async () => {
    const viewer = await opened.member(customerId, "viewer");
    for (let n = 0; n < refusals; n += 1) {
      await openDraft(viewer, newIdentifier()).catch(() => null);
    }
    const contractId = newIdentifier();
    await openDraft(await opened.member(customerId), contractId);
    await withdrawOrder(await opened.member(customerId), contractId).catch(() => null);
  });

  test("shows refusals page by page, the latest first, people by id", async () => {
    const wanted = { outcome: "refused: notAllowed", page: 1 };
    const first = await readAuditPage(await admin(), wanted);
    expect(first).toMatchObject({ outcome: "refused: notAllowed", page: 1, pages: 2 });
    expect(first.lines).toHaveLength(linesPerPage);
    expect(first.lines[0]).toMatchObject({
      ...{ action: "contract.openDraft", actorKind: "member", actorRole: "viewer" },
      actorId: (await opened.member(customerId, "viewer")).userId,
    });
    const second = await readAuditPage(await admin(), { ...wanted, page: 2 });
    expect(second.lines).toHaveLength(refusals - linesPerPage);
    const instants = [...first.lines, ...second.lines].map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted().toReversed());
    expect(new Set([...first.lines, ...second.lines].map(({ auditId }) => auditId)).size).toBe(
      refusals,
    );
  });

  test("shows everything where no outcome is known by that name, and the last page beyond it", async () => {
    const all = await readAuditPage(await admin(), { outcome: "none such", page: 999 });
    expect(all.outcome).toBeNull();
    expect(all.page).toBe(all.pages);
    const total = all.outcomes.reduce((sum, { lines }) => sum + lines, 0);
    expect(all.pages).toBe(Math.ceil(total / linesPerPage));
    expect(all.outcomes.map(({ outcome }) => outcome)).toContain("refused: notNow");
  });

  test("is for administrators", async () => {
    for (const reader of [await opened.staff("operations"), await opened.member(customerId)]) {
      const attempts = [
        readAuditPage(reader, { outcome: null, page: 1 }),
        readEffectsPage(reader, { state: null, page: 1 }),
      ];
      for (const attempt of attempts) {
        await expect(attempt).rejects.toMatchObject({ code: "notAllowed" });
      }
    }
  });
});
