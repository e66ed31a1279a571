import { expect, test } from "vitest";
import { apply, isRefusal, MachineNotRead } from "#machines/engine/apply.ts";
import type { CustomerState, MachineState, RowRecord } from "#machines/engine/change.ts";
import type { Command } from "#machines/engine/command.ts";
import { chargeFor } from "#machines/contract/fees.ts";
import { definitions } from "#machines/registry.ts";
import type { PaymentResult } from "../gateways/payments.ts";
import { factOf } from "./payment-fact.ts";

const customerId = "00000000-0000-7000-8000-00000000000c";
const invoiceId = "00000000-0000-7000-8000-000000000011";
const paymentId = "00000000-0000-7000-8000-000000000022";
const contractId = "00000000-0000-7000-8000-000000000033";
const receivedAt = "2026-11-20T03:00:00.000Z";
const intentId = "pi_1";

/** A portal in memory: commands in, refusals passed over, a repeated id once. */
function memory() {
  const customer: CustomerState = {
    ...{ customerId, number: 1, contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 },
  };
  const machines = new Map<string, MachineState>();
  const seen = new Set<string>();
  const rows: RowRecord[] = [];
  const send = (command: Pick<Command, "machineId" | "kind" | "commandId" | "actor" | "event">) => {
    const name = `${command.machineId} ${command.commandId}`;
    if (seen.has(name)) return;
    const read = new Map<string, MachineState | null>();
    for (;;) {
      try {
        const change = apply(
          {
            customer,
            machine: (id) => machines.get(id) ?? read.get(id),
            definition: (kind) => definitions[kind],
          },
          { customerId, receivedAt, ...command },
        );
        if (isRefusal(change)) return;
        seen.add(name);
        for (const [id, machine] of change.machines) machines.set(id, machine);
        rows.push(...change.rows);
        return;
      } catch (error) {
        if (!(error instanceof MachineNotRead)) throw error;
        read.set(error.machineId, null);
      }
    }
  };
  return { machines, rows, send };
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  );
}

const declined = (attemptId: string): PaymentResult => ({
  ...{ state: "open", intentId, failureCode: "generic_decline", advice: null, attemptId },
});
const charge = { chargeId: "ch_1", amount: 1_320_000, chargedAt: "2026-11-19T15:00:00.000Z" };
/** Six answers of Stripe; each may be read early and told late. */
const results: PaymentResult[] = [
  { state: "open", intentId, failureCode: null, advice: null, attemptId: null },
  declined("ch_a"),
  declined("ch_b"),
  { state: "processing", intentId },
  { state: "cancelled", intentId },
  { state: "succeeded", intentId, ...charge },
];

test("six facts end in one paid invoice and one posting, in each of their 720 orders", () => {
  const menu = { menuCode: "m", kind: "basic" as const, nameJa: "基本", nameEn: "Basic" };
  const term = { periodStart: "2026-11-01", periodEnd: "2027-10-31", dueDay: "2026-12-31" };
  const issued = chargeFor([{ ...menu, annualPrice: 1_200_000 }], term.periodStart);
  for (const order of permutations(results)) {
    const { machines, rows, send } = memory();
    send({
      ...{ machineId: invoiceId, kind: "invoice", commandId: "issue" },
      actor: { kind: "machine", machineId: contractId },
      event: { type: "issue", contractId, reason: "annualFee", ...term, ...issued },
    });
    send({
      ...{ machineId: invoiceId, kind: "invoice", commandId: "start" },
      actor: { kind: "member", userId: "u", role: "owner" },
      event: { type: "startPayment", paymentId },
    });
    send({
      ...{ machineId: paymentId, kind: "payment", commandId: "session" },
      actor: { kind: "portal" },
      event: { type: "sessionOpened", sessionId: "cs_1", expiresAt: "2026-11-20T04:00:00.000Z" },
    });
    for (const fact of order.map((result) => factOf(result))) {
      if (!fact) continue;
      const { commandId, event } = fact;
      send({ machineId: paymentId, kind: "payment", commandId, actor: { kind: "stripe" }, event });
    }
    expect(machines.get(paymentId)?.snapshot).toMatchObject({
      value: "succeeded",
      context: { chargeId: "ch_1", valueDay: "2026-11-20", failureCode: null },
    });
    expect(machines.get(invoiceId)?.snapshot).toMatchObject({
      value: "paid",
      context: { paid: 1_320_000, openPayment: null, paidOn: "2026-11-20" },
    });
    expect(rows.map(({ row }) => row.kind)).toEqual(["invoiceIssued", "paymentReceived"]);
  }
});

test("the same attempt told by two events has one command id, another attempt another", () => {
  expect(factOf(declined("ch_a"))?.commandId).toBe(factOf(declined("ch_a"))?.commandId);
  expect(factOf(declined("ch_a"))?.commandId).not.toBe(factOf(declined("ch_b"))?.commandId);
});

test("the value day is the charge's day in Tokyo", () => {
  const dayOf = (chargedAt: string) =>
    factOf({ state: "succeeded", intentId, ...charge, chargedAt })?.event;
  expect(dayOf("2026-12-31T14:59:59.000Z")).toMatchObject({ valueDay: "2026-12-31" });
  expect(dayOf("2026-12-31T15:00:00.000Z")).toMatchObject({ valueDay: "2027-01-01" });
});
