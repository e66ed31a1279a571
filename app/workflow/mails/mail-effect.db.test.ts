import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { retryEffect } from "#app/usecases/admin/decide-effect.ts";
import { openAccountPortal, type AccountPortal } from "#test/helpers/account-portal.ts";
import { addEffect, seeEffect } from "#test/helpers/effects.ts";
import type { EffectHandlers } from "../effect-handler.ts";
import { runEffect } from "../effects.ts";
import { mailEffect } from "./mail-effect.ts";
import { effectOfTag } from "./stored-mail.ts";

let fixture: AccountPortal;
beforeAll(async () => {
  fixture = await openAccountPortal({ demo: true });
});
afterAll(() => fixture.close());

const password = "correct horse battery";

test("a mail that nobody could read is written for whoever is there at the next try", async () => {
  const { portal, testDatabase: db, mailsTo } = fixture;
  const email = "owner@minato.example";
  const owner = { email, name: "山田 太郎", password, companyName: "みなと商事" };
  const { customerId, userId } = await createCustomerAccount(portal, owner);
  const invoiceId = randomUUID();
  const dates = { issueDay: "2026-04-01", dueDay: "2026-05-31", paidOn: "2026-04-10" };
  const money = { total: 1_320_000, tax: 120_000, paid: 1_320_000 };
  const key = await addEffect(db, {
    key: { customerId, machineId: invoiceId, seq: 3, n: 0 },
    params: {
      ...{ template: "receipt", to: "customer", invoiceId, contractId: randomUUID() },
      ...{ at: "2026-04-10T00:00:00.000Z", day: "2026-04-10" },
      facts: { number: "000001-0001", reminded: [], ...dates, ...money },
    },
  });
  const handlers = { mail: mailEffect(portal) } as unknown as EffectHandlers;
  const { database, clock, jobs } = portal;
  const attempt = () => runEffect({ database, clock, jobs, handlers }, key, false);
  const setBanned = (banned: boolean) =>
    db.asSuperuser(`update "user" set banned = $2 where id = $1`, [userId, banned]);

  await setBanned(true);
  await attempt();
  expect(await seeEffect(db, key)).toMatchObject({ state: "dead", problem: "nobody to write to" });
  expect((await seeEffect(db, key)).key_since).toBeNull();

  await setBanned(false);
  const staff = await createStaff(portal, {
    ...{ email: "admin@operator.example", name: "管理 花子", password, role: "admin" },
  });
  await retryEffect(
    {
      ...{ userId: staff, customerId: null, roles: ["admin"], ipAddress: "203.0.113.7" },
      receivedAt: (await clock.now()).toISOString(),
    },
    key,
  );
  await attempt();
  expect(await seeEffect(db, key)).toMatchObject({ state: "done" });
  const { rendered } = await seeEffect(db, key);
  const [stored] = rendered as { tag: string }[];
  expect(effectOfTag(stored!.tag)).toEqual(key);
  expect(await mailsTo(email)).toHaveLength(1);
});
