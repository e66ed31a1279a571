import { beforeEach, expect, test } from "vitest";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { definitions } from "#machines/registry.ts";
import { actorOf, customerIds, machineOf, moment } from "#test/helpers/commands.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { createWorld, type World } from "../engine/world.ts";

const ids = customerIds(1);
const { customerId } = ids;
const invoice = ids.invoiceOf("2025-04-01");
const receiptId = ids.deviceId;
const match = machineOf("bankReceipt", customerId, ids.workId);
let world: World;

const send = (
  sender: Parameters<typeof actorOf>[0],
  to: ReturnType<typeof machineOf>,
  day: string,
  event: MachineEvent,
) =>
  world.send({
    ...to,
    ...{
      commandId: `${event.type} ${day}`,
      actor: actorOf(sender),
      receivedAt: moment(day),
      event,
    },
  });

const stateOf = (id: string) => world.of(customerId).machines.get(id)?.snapshot;
const openOf = () => stateOf(ids.contractId)?.context["openInvoices"];
const balances = () => {
  const sums: Record<string, number> = {};
  for (const { row } of world.of(customerId).rows) {
    for (const { account, debit, credit } of row.postings) {
      sums[account] = (sums[account] ?? 0) + debit - credit;
    }
  }
  return sums;
};

/** A contract of 2025-04-01, whose invoice of 1,320,000 yen is due on 2025-06-02. */
beforeEach(() => {
  const counters = { contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 };
  world = createWorld((kind) => definitions[kind], [{ customerId, number: 1, ...counters }]);
  send("owner", ids.contract, "2025-03-03", { type: "openDraft" });
  send("owner", ids.contract, "2025-03-04", submit("2025-04-01"));
  send("operations", ids.contract, "2025-03-05", { type: "verifyMaintenance" });
  send("operations", ids.contract, "2025-03-06", { type: "accept" });
  send("operations", ids.contract, "2025-03-07", { type: "setStart", startDay: "2025-04-01" });
  world.advance(moment("2025-05-01"));
});

const apply = (day: string, amount: number, fee = 0, of = amount) =>
  send("finance", match, day, {
    ...{ type: "apply", receiptId, amount: of, valueDay: "2025-05-30" },
    allocations: [{ invoiceId: invoice.machineId, amount, fee }],
  });

test("a transfer of another's that settled an invoice is undone to the yen", () => {
  const before = balances();
  expect(apply("2025-05-30", 1_319_780, 220, 1_400_000)).toMatchObject({ ok: true });
  expect(stateOf(invoice.machineId)?.value).toBe("paid");
  expect(openOf()).toEqual([]);
  expect(balances()).toMatchObject({
    ...{ receivables: 0, credits: -80_220, unappliedReceipts: 1_400_000, bankFees: 220 },
  });
  expect(send("finance", match, "2025-06-20", { type: "reverse" })).toMatchObject({ ok: true });
  expect(stateOf(invoice.machineId)?.value).toBe("overdue");
  expect(openOf()).toEqual([invoice.machineId]);
  expect(stateOf(ids.contractId)?.context["overdueInvoices"]).toEqual([invoice.machineId]);
  const sums = Object.entries(balances()).filter(([, sum]) => sum !== 0);
  // Meanwhile a month of twelve has been earned.
  const month = 100_000;
  expect(Object.fromEntries(sums)).toEqual({
    ...before,
    revenue: (before["revenue"] ?? 0) - month,
    deferredRevenue: (before["deferredRevenue"] ?? 0) + month,
  });
});

test("money that comes after the invoice was paid is the customer's credit (fault 25)", () => {
  const other = machineOf("bankReceipt", customerId, ids.deviceId);
  apply("2025-05-30", 1_320_000);
  const late = {
    ...{ type: "apply", receiptId, amount: 1_320_000, valueDay: "2025-05-30" },
    allocations: [{ invoiceId: invoice.machineId, amount: 1_320_000, fee: 0 }],
  };
  expect(send("finance", other, "2025-06-01", late)).toMatchObject({ ok: true });
  expect(balances()).toMatchObject({ receivables: 0, credits: -1_320_000 });
});

test("a fee that is not what is missing refuses the whole", () => {
  const entries = world.of(customerId).rows.length;
  expect(apply("2025-05-30", 1_000_000, 220)).toMatchObject({
    ...{ ok: false, refusal: { code: "notNow" } },
  });
  expect(world.of(customerId).rows).toHaveLength(entries);
  expect(stateOf(match.machineId)).toBeUndefined();
});

test("only finance and the portal apply money, and only finance takes it back", () => {
  for (const sender of ["operations", "admin", "owner", "billing"] as const) {
    const event = { type: "apply", receiptId, amount: 1, valueDay: "2025-05-30", allocations: [] };
    expect(send(sender, match, "2025-05-30", event)).toMatchObject({
      ...{ ok: false, refusal: { code: "notAllowed" } },
    });
  }
});
