import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "#machines/calendar.ts";
import { invoiceDueDay } from "#machines/terms/a12-fees.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

interface Issue {
  invoiceId?: string;
  contractId?: string;
  periodStart: string;
  receivedAt: string;
}

/** Issues an invoice at an instant. Gives its row, or why there is none. */
async function issue(customerId: string, { receivedAt, periodStart, ...ids }: Issue) {
  const { invoiceId = crypto.randomUUID(), contractId = crypto.randomUUID() } = ids;
  const line = { menuCode: "m", nameJa: "基本", nameEn: "Basic", amount: 1000, ratePercent: 10 };
  const taxes = [{ ratePercent: 10, taxable: 1000, tax: 100 }];
  const start = dayOf(periodStart);
  const days = { termStart: start, issuedOn: start, deliveredOn: null };
  const dueDay = invoiceDueDay(days, "next_business_day").day.toString();
  const outcome = await world.portal.dispatch({
    ...{ customerId, machineId: invoiceId, kind: "invoice", commandId: "issue", receivedAt },
    actor: { kind: "machine", machineId: contractId },
    event: {
      ...{ type: "issue", contractId, reason: "annualFee", periodStart, dueDay },
      ...{ periodEnd: start.add({ months: 12 }).subtract({ days: 1 }).toString() },
      ...{ lines: [line], taxes, subtotal: 1000, tax: 100, total: 1100 },
    },
  });
  if (!outcome.ok) return outcome.refusal.code;
  const [row] = await world.db.asSuperuser<{ issued: string; due: string }>(
    "select issue_day::text as issued, due_day::text as due from invoice where invoice_id = $1",
    [invoiceId],
  );
  return row;
}

test("fault 47: month ends, the 31st, 29 February, the last second of a day in Tokyo", async () => {
  const { customerId } = await world.issueInvoice();
  const at = async (periodStart: string, receivedAt: string) =>
    issue(customerId, { periodStart, receivedAt });
  // 23:59:59 in Tokyo is the same day still, though it is another in UTC's eyes a second later.
  expect(await at("2026-01-31", "2026-01-31T14:59:59.999Z")).toEqual({
    ...{ issued: "2026-01-31", due: "2026-03-02" },
  });
  expect(await at("2026-01-31", "2026-01-31T15:00:00.000Z")).toMatchObject({
    issued: "2026-02-01",
  });
  expect(await at("2028-02-29", "2028-02-28T15:00:00.000Z")).toEqual({
    ...{ issued: "2028-02-29", due: "2028-03-31" },
  });
  expect(await at("2026-12-31", "2026-12-31T14:59:59.000Z")).toMatchObject({
    issued: "2026-12-31",
  });
  expect(await at("2026-12-31", "2026-12-31T15:00:00.000Z")).toMatchObject({
    issued: "2027-01-01",
  });
});

test("fault 47: one invoice for one period, however often and from wherever it is asked for", async () => {
  const { customerId } = await world.issueInvoice();
  const contractId = crypto.randomUUID();
  const wish = { contractId, periodStart: "2026-04-01", receivedAt: "2026-04-01T01:00:00.000Z" };
  const invoiceId = crypto.randomUUID();
  const again = await Promise.all([
    issue(customerId, { ...wish, invoiceId }),
    issue(customerId, { ...wish, invoiceId }),
  ]);
  expect(again[0]).toEqual(again[1]);
  await expect(issue(customerId, wish)).rejects.toThrow();
  const [row] = await world.db.asSuperuser<{ count: number }>(
    "select count(*)::int as count from invoice where contract_id = $1",
    [contractId],
  );
  expect(row?.count).toBe(1);
});
