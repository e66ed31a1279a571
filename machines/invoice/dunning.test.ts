import fc from "fast-check";
import { expect, test } from "vitest";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { definitions } from "#machines/registry.ts";
import { actorOf, customerIds, machineOf, moment } from "#test/helpers/commands.ts";
import { daysAfter } from "#test/helpers/day-by-day.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { derivedId } from "../engine/hash.ts";
import { createWorld, type World } from "../engine/world.ts";

const ids = customerIds(1);
const { customerId, contractId } = ids;
const invoice = ids.invoiceOf("2025-04-01");
/** An invoice of 1,320,000 yen is due on this day. */
const dueDay = "2025-06-02";
const total = 1_320_000;

/** A customer whose contract began on 2025-04-01, on the due day of its first invoice. */
function begun(): World {
  const counters = { contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 };
  const world = createWorld((kind) => definitions[kind], [{ customerId, number: 1, ...counters }]);
  const past: [Parameters<typeof actorOf>[0], string, MachineEvent][] = [
    ["owner", "2025-03-03", { type: "openDraft" }],
    ["owner", "2025-03-04", submit("2025-04-01")],
    ["operations", "2025-03-05", { type: "verifyMaintenance" }],
    ["operations", "2025-03-06", { type: "accept" }],
    ["operations", "2025-03-07", { type: "setStart", startDay: "2025-04-01" }],
  ];
  for (const [sender, day, event] of past) send(world, sender, ids.contract, day, event);
  world.advance(moment(dueDay));
  return world;
}

const start = begun();

function send(
  world: World,
  sender: Parameters<typeof actorOf>[0],
  to: ReturnType<typeof machineOf>,
  day: string,
  event: MachineEvent,
) {
  world.advance(moment(day));
  const commandId = `${event.type} ${day} ${world.of(customerId).events.length}`;
  const command = { commandId, actor: actorOf(sender), receivedAt: moment(day), event };
  return world.send({ ...to, ...command });
}

/** Money that came by transfer on a day and is matched to the invoice. */
function transfer(world: World, day: string, amount: number) {
  const receiptId = derivedId(customerId, `receipt ${day} ${world.of(customerId).events.length}`);
  const allocations = [{ invoiceId: invoice.machineId, amount, fee: 0 }];
  const event = { type: "apply", receiptId, amount, valueDay: day, allocations };
  return send(world, "finance", machineOf("bankReceipt", customerId, receiptId), day, event);
}

const late = (days: number) => daysAfter(dueDay, days);
const reminders = (world: World) =>
  world
    .of(customerId)
    .events.filter(({ event }) => event.type === "remind")
    .map(({ event, at }) => [event["id"], at]);
const suspensions = (world: World) =>
  world.of(customerId).machines.get(contractId)?.snapshot.context["suspensions"];

const steps = [
  ["remind/first", moment(late(1), 9)],
  ["remind/second", moment(late(7), 9)],
];

test("part payments neither skip nor repeat a step, and are taken at any time", () => {
  const parts = fc.array(
    fc.record({ day: fc.nat({ max: 40 }), percent: fc.integer({ min: 1, max: 40 }) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(parts, fc.integer({ min: 20, max: 60 }), (payments, lastDay) => {
      const world = start.fork();
      let paid = 0;
      let paidOn: string | null = null;
      for (const { day, percent } of payments.toSorted((one, other) => one.day - other.day)) {
        const amount = Math.floor((total * percent) / 100);
        expect(transfer(world, late(day), amount)).toMatchObject({ ok: true });
        paid += amount;
        if (paid >= total) paidOn ??= late(day);
      }
      world.advance(moment(late(lastDay)));
      const noon = paidOn && moment(paidOn);
      const wanted = steps.filter(([, at]) => noon === null || (at ?? "") < noon);
      expect(reminders(world)).toEqual(wanted);
    }),
    { numRuns: 150 },
  );
});

test("a dispute holds the steps back and repeats none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.nat({ max: 30 }), (from, length) => {
      const world = start.fork();
      const until = late(from + length);
      const say = (day: string, event: MachineEvent) =>
        expect(send(world, "finance", invoice, day, event)).toMatchObject({ ok: true });
      say(late(from), { type: "dispute", reason: "異議" });
      expect(transfer(world, until, 1000)).toMatchObject({ ok: true });
      say(until, { type: "endDispute", reason: "解決" });
      world.advance(moment(late(90)));
      // What was sent before the dispute is not sent again; the rest counts from its end.
      const wanted = [1, 7].map((days, n) => {
        const wasSent = days <= from;
        const at = wasSent ? moment(late(days), 9) : moment(daysAfter(until, days), 9);
        return [steps[n]?.[0], at];
      });
      expect(reminders(world)).toEqual(wanted);
    }),
    { numRuns: 100 },
  );
});

test("only the payment of the last yen lifts a suspension for non-payment, and none for a breach", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 45 }), { maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.boolean(), (percents, isBreached) => {
      const world = start.fork();
      const unpaid = { kind: "nonPayment", ref: null };
      const breach = { kind: "breach", ref: derivedId(customerId, "case") };
      const causes = [unpaid, ...(isBreached ? [breach] : [])];
      for (const cause of causes) {
        const suspend = { type: "suspend", cause };
        expect(send(world, "operations", ids.contract, late(15), suspend)).toMatchObject({
          ok: true,
        });
      }
      let paid = 0;
      for (const [n, percent] of [...percents, 100].entries()) {
        const amount = n === percents.length ? total - paid : Math.floor((total * percent) / 100);
        if (amount <= 0 || paid + amount > total) continue;
        expect(transfer(world, late(20 + n), amount)).toMatchObject({ ok: true });
        paid += amount;
        const rest = causes.slice(1);
        expect(suspensions(world)).toEqual(paid < total ? causes : rest);
      }
      expect(paid).toBe(total);
    }),
    { numRuns: 100 },
  );
});

test("damages that are claimed are the contract's to wait for", () => {
  const world = start.fork();
  transfer(world, late(30), total);
  const openOf = () =>
    world.of(customerId).machines.get(contractId)?.snapshot.context["openInvoices"];
  expect(openOf()).toEqual([]);
  const claim = { type: "claimDamages", amount: 15_840 };
  expect(send(world, "finance", invoice, late(31), claim)).toMatchObject({ ok: true });
  const claimId = derivedId(invoice.machineId, "invoice/lateDamages/0");
  expect(openOf()).toEqual([claimId]);
  const { view } = world.of(customerId).machines.get(claimId) ?? {};
  expect(view).toMatchObject({ number: "000001-0002", reason: "lateDamages", total: 15_840 });
  world.advance(moment(late(120)));
  expect(world.of(customerId).machines.get(contractId)?.snapshot.context).toMatchObject({
    overdueInvoices: [claimId],
  });
});
