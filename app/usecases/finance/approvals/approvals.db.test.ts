import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Principal } from "#app/usecases/principal.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { chargeInvoiceIdOf } from "#machines/approval/subjects/charge.ts";
import type { Role } from "#machines/engine/actor.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { readCustomerInvoice } from "../read-customer-invoice.ts";
import { approve, refuse, withdraw } from "./decide.ts";
import { proposeApproval } from "./propose.ts";
import { readApproval, readApprovals } from "./read-approvals.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

const person = (...roles: Role[]): Promise<Principal> => world.principal(null, ...roles);

/** A charge of 30,000 yen that somebody of finance has asked for. */
async function proposed(by: Principal) {
  const { customerId } = await world.issueInvoice();
  const key = { customerId, approvalId: randomUUID() };
  const params = {
    ...{ contractId: randomUUID(), charge: "deviceLoss", net: 30_000 },
    ...{ on: "2026-11-20", item: "VPN装置の紛失" },
  };
  const proposal = { subject: "charge", params, reason: "移転時の紛失" } as const;
  const page = await proposeApproval(by, key, proposal);
  expect(page).toBe(`/finance/approvals/${customerId}/${key.approvalId}`);
  return { key, proposal };
}

test("waits for a second person, in the work list and on its page", async () => {
  const [one, admin] = [await person("finance"), await person("admin")];
  const { key } = await proposed(one);
  const { waiting } = await readApprovals(admin, null);
  expect(waiting.find(({ approvalId }) => approvalId === key.approvalId)).toMatchObject({
    ...{ amount: 30_000, clause: "A7.6", reason: "移転時の紛失", isOwn: false },
  });
  expect(await readApproval(one, key)).toMatchObject({ isOwn: true, status: "proposed" });
  const filter = { kind: "decideApproval", role: null, owner: null, page: null };
  const { items } = await readWork(one, filter);
  expect(items.map(({ subject }) => subject)).toContain(key.approvalId);
});

test("is carried out once, by another person, with an entry in the ledger and a mail", async () => {
  const [one, other] = [await person("finance"), await person("admin")];
  const { key } = await proposed(one);
  await approve(other, key);
  await approve(other, key);
  await expect(approve(await person("finance"), key)).rejects.toMatchObject({ code: "conflict" });
  const invoiceId = chargeInvoiceIdOf(key.approvalId);
  const { customerId } = key;
  const invoice = await readCustomerInvoice(one, { customerId, invoiceId });
  expect(invoice.total).toBe(30_000);
  expect(invoice.ledger.map(({ account, debit, credit }) => [account, debit - credit])).toEqual([
    ["receivables", 30_000],
    ["charges", -30_000],
  ]);
  const mails = await world.db.asSuperuser(
    "select params ->> 'template' as template from effect where machine_id = $1",
    [invoiceId],
  );
  expect(mails).toEqual([{ template: "invoice-issued" }]);
  expect(await readApproval(one, key)).toMatchObject({ status: "approved" });
});

test("is not decided by who asked for it, whatever roles that person has", async () => {
  const both = await person("finance", "admin");
  const { key } = await proposed(both);
  await expect(approve(both, key)).rejects.toMatchObject({ code: "conflict" });
  await expect(approve({ ...both, roles: ["admin"] }, key)).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(refuse(both, key, "違う")).rejects.toMatchObject({ code: "conflict" });
  await expect(withdraw(await person("finance"), key)).rejects.toMatchObject({ code: "conflict" });
  await withdraw(both, key);
  await expect(approve(await person("finance"), key)).rejects.toMatchObject({ code: "conflict" });
});

test("is refused with a reason", async () => {
  const other = await person("finance");
  const { key } = await proposed(await person("finance"));
  expect(await refuse(other, key, "  ")).toBe("reasonMissing");
  expect(await refuse(other, key, "x".repeat(501))).toBe("reasonTooLong");
  expect(await refuse(other, key, "保守契約の範囲内")).toBeNull();
  expect(await readApproval(other, key)).toMatchObject({
    ...{ status: "refused", refusal: "保守契約の範囲内" },
  });
});

test("is nothing for operations or customers, nor under another customer's id", async () => {
  const one = await person("finance");
  const { key, proposal } = await proposed(one);
  const operations = await person("operations");
  const owner = await world.principal(key.customerId, "owner");
  for (const somebody of [operations, owner]) {
    await expect(approve(somebody, key)).rejects.toMatchObject({ code: "notAllowed" });
    await expect(readApproval(somebody, key)).rejects.toMatchObject({ code: "notAllowed" });
    const target = { ...key, approvalId: randomUUID() };
    await expect(proposeApproval(somebody, target, proposal)).rejects.toMatchObject({
      code: "notAllowed",
    });
  }
  const elsewhere = { ...key, customerId: (await world.issueInvoice()).customerId };
  await expect(approve(await person("finance"), elsewhere)).rejects.toMatchObject({
    code: "notFound",
  });
});

test("asks for nothing with what its subject does not know", async () => {
  const one = await person("finance");
  const { key, proposal } = await proposed(one);
  const params = { ...proposal.params, net: -1 };
  const target = { ...key, approvalId: randomUUID() };
  await expect(proposeApproval(one, target, { ...proposal, params })).rejects.toMatchObject({
    code: "invalid",
  });
});
