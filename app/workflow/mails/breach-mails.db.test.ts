import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomerAccount } from "#app/usecases/accounts/create-account.ts";
import { openAccountPortal, type AccountPortal } from "#test/helpers/account-portal.ts";
import { addEffect, seeEffect } from "#test/helpers/effects.ts";
import type { EffectHandlers } from "../effect-handler.ts";
import { runEffect } from "../effects.ts";
import { mailEffect } from "./mail-effect.ts";

let fixture: AccountPortal;
beforeAll(async () => {
  fixture = await openAccountPortal({ demo: true });
});
afterAll(() => fixture.close());

const email = "owner@minato.example";

test("a demand and its settlement reach the owner, with the words that lie outside the log", async () => {
  const { portal, testDatabase: db, mailsTo } = fixture;
  const { customerId } = await createCustomerAccount(portal, {
    ...{ email, name: "山田 太郎", password: "correct horse battery", companyName: "みなと商事" },
  });
  const [caseId, noteId, contractId] = [randomUUID(), randomUUID(), randomUUID()];
  await db.asSuperuser(
    `insert into breach_note (customer_id, note_id, case_id, kind, text, written_by, written_at)
     values ($1, $2, $3, 'demand', $4, 'o', now()), ($1, gen_random_uuid(), $3, 'facts', '内部の経緯', 'o', now())`,
    [customerId, noteId, caseId, "設定を元に戻してください。\n完了をご連絡ください。"],
  );
  await db.asSuperuser(
    `insert into contract (customer_id, contract_id, number, status, exit, changed_at)
     values ($1, $2, 'C000001-01', 'active', 'none', now())`,
    [customerId, contractId],
  );
  const handlers = { mail: mailEffect(portal) } as unknown as EffectHandlers;
  const { database, clock, jobs } = portal;
  const until = "2026-03-16";
  for (const [seq, template] of [
    [3, "breach-demand"],
    [4, "breach-cured"],
  ] as const) {
    const key = await addEffect(db, {
      key: { customerId, machineId: caseId, seq, n: 0 },
      params: {
        ...{ template, to: "customer", caseId, at: "2026-03-10T00:00:00.000Z", day: "2026-03-10" },
        facts: {
          ...{ item: "A15.1(1)", contractIds: [contractId], noteId },
          ...{ demandedOn: "2026-03-02", until },
        },
      },
    });
    await runEffect({ database, clock, jobs, handlers }, key, false);
    expect(await seeEffect(db, key)).toMatchObject({ state: "done" });
  }
  const [demand, cured] = await mailsTo(email);
  expect(demand?.subject).toContain("2026/03/16");
  for (const words of ["設定を元に戻してください。", "完了をご連絡ください。", "C000001-01"]) {
    expect(demand?.text).toContain(words);
  }
  expect(`${demand?.text}${cured?.text}`).not.toContain("内部の経緯");
  expect(cured?.text).toContain("2026/03/10");
});
