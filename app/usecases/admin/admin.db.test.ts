import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { openDraft } from "#app/usecases/orders/open-draft.ts";
import { withdrawOrder } from "#app/usecases/orders/withdraw-order.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { linesPerPage, readAuditPage } from "./read-audit-log.ts";
import { readEffectsPage } from "./read-effects.ts";
import { retryEffect } from "./decide-effect.ts";

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
    expect(page).toMatchObject({ state: "dead", counts: { dead: 1, unknown: 0, pending: 0 } });
    expect(page.effects).toMatchObject([
      {
        ...{ ...key, kind: "mail", template: "order-received", attempts: 13 },
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
