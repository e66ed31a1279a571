import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, dayOf } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { Command } from "#machines/engine/command.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { createWorld, type World } from "#machines/engine/world.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { definitions } from "#machines/registry.ts";
import { actorOf, customerIds } from "#test/helpers/commands.ts";
import { optionMenu, submit } from "#test/helpers/sample-events.ts";
import { previewNotice } from "./cancellation-preview.ts";

const ids = customerIds(1);
const customer = {
  ...{ customerId: ids.customerId, number: 1 },
  ...{ contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 },
};
const options = [
  optionMenu(ids.deviceId, "device", 240_000),
  optionMenu(ids.workId, "work", 500_000),
];

const plus = (day: string, days: number) => dayOf(day).add({ days }).toString();
const noon = (day: string) => at(dayOf(day), 12);

function send(world: World, sender: "owner" | "operations", day: string, event: MachineEvent) {
  const commandId = `${event.type} ${day}`;
  const actor = actorOf(sender);
  const command: Command = { ...ids.contract, commandId, actor, receivedAt: noon(day), event };
  return world.send(command);
}

/** A world in which a contract was ordered and accepted, to start on a day. */
function worldWith(start: string, ordered: string): World {
  const world = createWorld((kind) => definitions[kind], [customer]);
  send(world, "owner", ordered, { type: "openDraft" });
  send(world, "owner", ordered, submit(start, options));
  send(world, "operations", ordered, { type: "verifyMaintenance" });
  send(world, "operations", ordered, { type: "accept" });
  send(world, "operations", ordered, { type: "setStart", startDay: start });
  return world;
}

const contractOf = (world: World) =>
  world.of(ids.customerId).machines.get(ids.contractId)?.snapshot
    .context as unknown as ContractContext;

/** What is unpaid, by the first day of its term: nobody pays in these worlds. */
function unpaid(world: World) {
  const machines = [...world.of(ids.customerId).machines.values()];
  return machines
    .filter(({ kind }) => kind === "invoice")
    .map(({ snapshot }) => snapshot.context as unknown as InvoiceContext)
    .map(({ number, total, ...invoice }) => {
      const { invoiceId, contractId, periodStart, periodEnd, dueDay } = invoice;
      const period = { periodStart, periodEnd };
      return { invoiceId, contractId, number: number ?? "", ...period, dueDay, owed: total };
    });
}

const openInvoices = (world: World) =>
  unpaid(world).map(({ invoiceId, contractId, number, dueDay, owed }) => {
    return { invoiceId, contractId, number, dueDay: dueDay ?? "", owed };
  });

const asEvent = (wish: string) => ({ type: "cancel", wish: wish === "term" ? null : wish });

/** Days of four years, every other one at a month's end or beside one, leap days among them. */
const someDay = fc.oneof(
  fc.nat({ max: 1460 }).map((n) => plus("2025-01-01", n)),
  fc
    .record({ months: fc.nat({ max: 48 }), off: fc.integer({ min: -2, max: 1 }) })
    .map(({ months, off }) => dayOf("2025-01-01").add({ months }).add({ days: off }).toString()),
  fc.constantFrom("2028-02-28", "2028-02-29", "2028-03-01", "2026-12-30", "2027-12-31"),
);

const situation = fc.record({
  start: someDay,
  /** From before the start to the third term. */
  noticeAfter: fc.integer({ min: -70, max: 800 }),
  wish: fc.oneof(
    fc.constantFrom("term", "earliest"),
    fc.nat({ max: 730 }).map((days) => `in ${days}`),
  ),
});

const wishOf = (wish: string, noticeDay: string) =>
  wish.startsWith("in ") ? plus(noticeDay, Number(wish.slice(3))) : wish;

describe("the preview of a notice", () => {
  test("is what then happens: end, terms, fees and due days", () => {
    fc.assert(
      fc.property(situation, ({ start, noticeAfter, wish: wished }) => {
        const noticeDay = plus(start, noticeAfter);
        const wish = wishOf(wished, noticeDay);
        const world = worldWith(start, plus(start, -80));
        world.advance(noon(noticeDay));
        const context = contractOf(world);
        const preview = previewNotice(context, noticeDay, wish, openInvoices(world));
        expect(send(world, "owner", noticeDay, asEvent(wish)).ok).toBe(preview.isEarlier);
        const before = new Set(unpaid(world).map(({ invoiceId }) => invoiceId));
        world.advance(at(dayOf(preview.endDay), 23));
        expect(contractOf(world).ended).toBeNull();
        world.advance(at(dayOf(preview.endDay).add({ days: 1 }), 1));
        expect(contractOf(world).ended).toMatchObject({
          day: preview.endDay,
          clause: preview.basis,
        });
        const owed = unpaid(world);
        const fresh = owed.filter(({ invoiceId }) => !before.has(invoiceId));
        expect(
          preview.comingTerms.map(({ isRenewal: _, fee, dueDerivation, ...term }) => {
            expect(dueDerivation.result).toBe(term.dueDay);
            return { ...term, owed: fee };
          }),
        ).toEqual(
          fresh.map(({ periodStart, periodEnd, dueDay, owed: fee }) => {
            return { start: periodStart, end: periodEnd, dueDay, owed: fee };
          }),
        );
        expect(preview.owed).toBe(owed.reduce((sum, invoice) => sum + invoice.owed, 0));
        const lastDue = owed
          .map(({ dueDay }) => dueDay)
          .toSorted()
          .at(-1);
        expect(preview.owedBy).toBe(lastDue ?? null);
        expect(world.of(ids.customerId).dropped).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("says of a second notice whether it ends the contract any earlier", () => {
    fc.assert(
      fc.property(situation, fc.nat({ max: 120 }), situation, (first, later, second) => {
        const noticeDay = plus(first.start, first.noticeAfter);
        const again = plus(noticeDay, later);
        const world = worldWith(first.start, plus(first.start, -80));
        world.advance(noon(noticeDay));
        send(world, "owner", noticeDay, asEvent(wishOf(first.wish, noticeDay)));
        world.advance(noon(again));
        fc.pre(contractOf(world).ended === null);
        const wish = wishOf(second.wish, again);
        const preview = previewNotice(contractOf(world), again, wish, []);
        const event = { ...asEvent(wish), type: "cancel" };
        const outcome = world.send({
          ...ids.contract,
          ...{ commandId: "again", actor: actorOf("owner"), receivedAt: noon(again), event },
        });
        expect(outcome.ok).toBe(preview.isEarlier);
      }),
      { numRuns: 150 },
    );
  });
});

describe("given a contract of 2025-04-01, nothing paid", () => {
  const preview = (day: string, wish: string) => {
    const world = worldWith("2025-04-01", "2025-03-03");
    world.advance(noon(day));
    return previewNotice(contractOf(world), day, wish, openInvoices(world));
  };
  const first = 2_134_000;
  const later = 1_584_000;

  test("a notice in time costs no more than the first term", () => {
    expect(preview("2026-01-31", "term")).toMatchObject({
      ...{ basis: "A10.2", endDay: "2026-03-31", comingTerms: [], owed: first },
      ...{ owedBy: "2025-06-02", unpaidDueDay: "2026-04-30", deviceReturn: { day: "2026-04-30" } },
    });
  });

  test("a day later the next year's fee is owed, without the work that is done once", () => {
    expect(preview("2026-02-01", "earliest")).toMatchObject({
      ...{ basis: "A17.1", endDay: "2026-04-01", owed: first + later, owedBy: "2026-06-01" },
      comingTerms: [
        {
          ...{ start: "2026-04-01", end: "2027-03-31", fee: later, isRenewal: true },
          dueDay: "2026-06-01",
        },
      ],
    });
  });

  test("an end two years away brings two renewals", () => {
    const { comingTerms } = preview("2026-02-01", "2028-01-31");
    expect(comingTerms.map(({ start, fee }) => [start, fee])).toEqual([
      ["2026-04-01", later],
      ["2027-04-01", later],
    ]);
  });

  test("an end before the start costs nothing, one after it the first year", () => {
    expect(preview("2025-03-03", "earliest")).toMatchObject({
      endDay: "2025-05-03",
      owed: first,
      comingTerms: [{ start: "2025-04-01", isRenewal: false }],
    });
    const world = worldWith("2025-06-01", "2025-03-03");
    const early = previewNotice(contractOf(world), "2025-03-04", "earliest", []);
    expect(early).toMatchObject({ endDay: "2025-05-04", comingTerms: [], owed: 0, owedBy: null });
  });
});
