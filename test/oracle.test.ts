/**
 * The portal's tax, damages and allocation against a second opinion that shares nothing with them: it counts
 * day by day and yen by yen. 100,000 cases, small enough that this stays possible.
 */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { dayOf } from "#machines/calendar.ts";
import {
  damagesAccount,
  damagesFromReceipts,
  damagesToDecide,
} from "#machines/invoice/damages-account.ts";
import { settle } from "#machines/money/allocation.ts";
import { delayDamages } from "#machines/money/damages.ts";
import { taxByRate, taxRateOn } from "#machines/money/tax.ts";
import { damagesOwed } from "#machines/terms/a14-damages.ts";
import { dripped, legalRateOn } from "./oracle/damages.ts";
import { isoOf } from "./oracle/days.ts";
import { Counter, layDown } from "./oracle/debts.ts";
import { liveThrough, type OracleMove } from "./oracle/invoice.ts";
import { ratePercentOn, taxOfInvoice } from "./oracle/tax.ts";
import { settingsOf } from "./properties/settings.ts";

const { seed, runs } = settingsOf("oracle", 100_000);
/** So many of a hundred cases; a failure is made smaller here, since no case is large. */
const parameters = (part: number) => ({ seed, numRuns: Math.ceil((runs * part) / 100) });

let compared = 0;
afterAll(() => console.log(`oracle: ${compared} cases compared`));

const amount = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 3000 }) },
  { weight: 1, arbitrary: fc.nat({ max: 50_000_000 }) },
);

test("tax once for each rate, rounded down (50 % of the cases)", () => {
  const line = fc.record({ amount, ratePercent: fc.constantFrom(10, 10, 8, 5, 0) });
  const discount = fc.record({ rate: fc.constantFrom(10, 8), percent: fc.nat({ max: 100 }) });
  const invoice = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    discount: fc.option(discount),
    day: fc.nat({ max: 6000 }),
  });
  fc.assert(
    fc.property(invoice, ({ lines, discount: less, day }) => {
      const own = lines.filter(({ ratePercent }) => ratePercent === less?.rate);
      const sum = own.reduce((before, each) => before + each.amount, 0);
      const taken = -Math.floor((sum * (less?.percent ?? 0)) / 100);
      const all =
        less && own.length > 0 ? [...lines, { amount: taken, ratePercent: less.rate }] : lines;
      expect(taxByRate(all)).toEqual(taxOfInvoice(all));
      const rates = ratePercentOn(isoOf(day));
      expect(taxRateOn(dayOf(isoOf(day)))).toBe(rates.standard);
      if (rates.reduced !== null) {
        expect(taxRateOn(dayOf(isoOf(day)), "reduced")).toBe(rates.reduced);
      }
      compared += 1;
    }),
    parameters(50),
  );
}, 60_000);

test("damages by the day, for fees and charges (15 % of the cases)", () => {
  const delay = fc.record({
    principal: fc.oneof(fc.nat({ max: 3000 }), fc.nat({ max: 60_000 })),
    due: fc.nat({ max: 1500 }),
    late: fc.integer({ min: -20, max: 400 }),
    kind: fc.constantFrom("fee" as const, "charge" as const),
    perMille: fc.integer({ min: 1, max: 400 }),
  });
  fc.assert(
    fc.property(delay, ({ principal, due, late, kind, perMille }) => {
      const paid = Math.max(0, due + late);
      const days = { dueDay: dayOf(isoOf(due)), paidOn: dayOf(isoOf(paid)) };
      expect(delayDamages({ principal, ...days, perMille })).toBe(
        dripped(principal, perMille, paid - due),
      );
      const rate = kind === "fee" ? 146 : legalRateOn(isoOf(due + 1));
      const found = damagesOwed(kind, principal, days.dueDay, days.paidOn);
      expect(found.amount).toBe(dripped(principal, rate, paid - due));
      expect(found.derivation.days).toBe(late > 0 ? paid - due : 0);
      compared += 1;
    }),
    parameters(15),
  );
}, 60_000);

const byDay = <Item extends { on: number }>(items: readonly Item[]) =>
  items.toSorted((one, other) => one.on - other.on);

test("several debts and payments, oldest debt first (25 % of the cases)", () => {
  const history = fc.record({
    debts: fc.uniqueArray(
      fc.record({
        due: fc.nat({ max: 90 }),
        principal: fc.nat({ max: 6000 }),
        perMille: fc.constantFrom(146, 146, 30, 50, 1500),
      }),
      { selector: ({ due }) => due, minLength: 1, maxLength: 3 },
    ),
    payments: fc.array(
      fc.record({ on: fc.nat({ max: 200 }), amount: fc.integer({ min: 1, max: 5000 }) }),
      { maxLength: 4 },
    ),
    last: fc.nat({ max: 220 }),
  });
  fc.assert(
    fc.property(history, ({ debts, payments, last }) => {
      const counters = debts
        .toSorted((one, other) => one.due - other.due)
        .map((debt) => new Counter(debt));
      let over = 0;
      for (const { on, amount: coins } of byDay(payments)) {
        if (on <= last) over += layDown(counters, coins, on).over;
      }
      const found = settle(
        debts.map(({ due, ...debt }) => ({ id: isoOf(due), dueDay: dayOf(isoOf(due)), ...debt })),
        payments.map(({ on, ...one }, n) => ({ id: `${n}`, valueDay: dayOf(isoOf(on)), ...one })),
        dayOf(isoOf(last)),
      );
      expect(found.open.map(({ principal, damages }) => [principal, damages])).toEqual(
        counters.map((counter) => [counter.unpaid, counter.damagesOwed(last)]),
      );
      expect(found.leftOver.reduce((sum, one) => sum + one.amount, 0)).toBe(over);
      compared += 1;
    }),
    parameters(25),
  );
}, 60_000);

test("an invoice with late payments, claims and waivers (10 % of the cases)", () => {
  const life = fc.record({
    due: fc.nat({ max: 20 }),
    total: fc.integer({ min: 1, max: 9000 }),
    payments: fc.array(fc.record({ on: fc.nat({ max: 80 }), part: fc.nat({ max: 120 }) }), {
      maxLength: 4,
    }),
    decisions: fc.array(
      fc.record({
        on: fc.nat({ max: 90 }),
        kind: fc.constantFrom("claimed" as const, "waived" as const),
        // Mostly what stands open then; else more, as where a payment is found later.
        more: fc.constantFrom(0, 0, 0, 7),
      }),
      { maxLength: 2 },
    ),
    last: fc.nat({ max: 100 }),
  });
  fc.assert(
    fc.property(life, ({ due, total, payments, decisions, last }) => {
      const invoice = { due, total, perMille: 146 };
      const received = payments
        .map(({ on, part }) => ({
          ...{ on, kind: "received" as const },
          amount: Math.floor((total * part) / 100),
        }))
        .filter((each) => each.amount > 0);
      const decided: OracleMove[] = [];
      for (const { on, kind, more } of byDay(decisions)) {
        const { open } = liveThrough(invoice, [...received, ...decided], on);
        if (open + more > 0) decided.push({ on, kind, amount: open + more });
      }
      const known = { ...{ reason: "annualFee" as const, total }, dueDay: isoOf(due) };
      const portals = {
        ...known,
        ...{ credits: [], givenBack: [] },
        receipts: received.map(({ on, amount: yen }, n) => {
          return { id: `${n}`, valueDay: isoOf(on), amount: yen };
        }),
        damagesDecisions: decided.map(({ on, kind, amount: yen }) => {
          return { kind: kind as "claimed", day: isoOf(on), amount: yen, reason: null };
        }),
      };
      const expected = liveThrough(invoice, [...received, ...decided], last);
      const found = damagesAccount(portals, isoOf(last));
      const standing = { rest: found?.rest, open: found?.open, tooMuch: found?.tooMuch };
      const { rest, open, tooMuch } = expected;
      expect(standing).toEqual({ rest, open, tooMuch });
      const inTheEnd = liveThrough(invoice, [...received, ...decided], 100);
      expect(damagesFromReceipts(portals)).toBe(inTheEnd.onTopToDamages);
      const sum = received.reduce((before, each) => before + each.amount, 0);
      if (sum >= total) expect(damagesToDecide(portals)?.amount ?? 0).toBe(inTheEnd.open);
      compared += 1;
    }),
    parameters(10),
  );
}, 60_000);
