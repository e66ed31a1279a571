import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysAfter, endOfPeriod, nextDay } from "#test/helpers/day-by-day.ts";
import { earnedDayByDay } from "#test/helpers/earned-day-by-day.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { registry } from "../registry.ts";
import type { EarnedFee } from "./earned-fee.ts";
import { invoiceDefinition } from "./definition.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const optionId = "0199aaaa-0000-7000-8000-0000000000d1";
const workId = "0199aaaa-0000-7000-8000-0000000000d2";

function issue(start: string, fees: EarnedFee[]): Stamped {
  const subtotal = fees.reduce((sum, { amount }) => sum + amount, 0);
  const line = { menuCode: "m", nameJa: "監視", nameEn: "Monitoring", ratePercent: 10 };
  const period = { periodStart: start, periodEnd: endOfPeriod(start, 12), dueDay: start };
  return on(start, {
    ...{ type: "issue", contractId, reason: "annualFee", ...period },
    ...{ lines: [{ ...line, amount: subtotal }], taxes: [], subtotal, tax: 0, total: subtotal },
    fees,
  });
}

const byMonth = (itemId: string, amount: number, to: string): EarnedFee => {
  return { itemId, amount, to, by: "month" };
};
const year = [byMonth(contractId, 1_200_000, "2026-03-31")];
const end = (lastDay: string, unearned = 0, itemId: string | null = null) =>
  on(nextDay(lastDay), { type: "endEarning", itemId, lastDay, unearned }, 0);

/** What an invoice books until its timers are through, an event told in between where it has its day. */
function live(first: Stamped, told?: Stamped) {
  const past = [first];
  const rows: [kind: string, day: string, amount: number][] = [];
  const take = (event: Stamped) => {
    for (const { kind, day, postings } of given(invoiceDefinition, ...past).whenTaken(event).rows) {
      expect(postings.map(({ account }) => account)).toEqual(["deferredRevenue", "revenue"]);
      const [deferred, revenue] = postings.map(({ debit, credit }) => debit - credit);
      expect(deferred).toBe(-(revenue ?? 0));
      rows.push([kind, day, deferred ?? 0]);
    }
    past.push(event);
  };
  let waiting = told;
  for (;;) {
    const deadline = given(invoiceDefinition, ...past)
      .deadlines()
      .find(({ id }) => id === "earn");
    if (waiting && (!deadline || deadline.dueAt > waiting.at)) {
      take(waiting);
      waiting = undefined;
    } else if (deadline) {
      take({
        ...deadline.event,
        at: deadline.dueAt,
        day: tokyo(deadline.dueAt),
        machineId: contractId,
      });
    } else break;
  }
  return { rows, context: given(invoiceDefinition, ...past).snapshot.context };
}

/** The day that begins at an instant of midnight in Tokyo. */
const tokyo = (midnight: string) => nextDay(midnight.slice(0, 10));

describe("a fee", () => {
  test("is earned on the last day of each month of its period, one timer at a time", () => {
    const { deadlines } = given(invoiceDefinition, issue("2025-04-01", year));
    const waits = deadlines().filter(({ id }) => id === "earn");
    expect(waits).toMatchObject([{ dueAt: "2025-04-30T15:00:00.000Z", clause: "A12.2" }]);
    const { rows, context } = live(issue("2025-04-01", year));
    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual(["feeEarned", "2025-04-30", 100_000]);
    expect(rows.at(-1)).toEqual(["feeEarned", "2026-03-31", 100_000]);
    expect(context).toMatchObject({ fees: [], earned: 1_200_000, unearned: 0 });
  });

  test("is earned whether it has been paid or not", () => {
    const paid = on("2025-04-02", {
      ...{
        type: "paymentReceived",
        paymentId: optionId,
        amount: 1_200_000,
        valueDay: "2025-04-02",
      },
    });
    const { deadlines } = given(invoiceDefinition, issue("2025-04-01", year), paid);
    expect(deadlines().map(({ id }) => id)).toEqual(["earn"]);
  });

  test("of some yen skips the months that round to nothing", () => {
    const { rows } = live(issue("2025-04-01", [byMonth(contractId, 2, "2026-03-31")]));
    expect(rows).toEqual([
      ["feeEarned", "2025-09-30", 1],
      ["feeEarned", "2026-03-31", 1],
    ]);
  });

  test("that ends within the period of the invoice is earned up to its own last day", () => {
    const cut = byMonth(optionId, 400, "2025-05-10");
    const { rows } = live(issue("2025-04-01", [...year, cut]));
    expect(rows.slice(0, 3)).toEqual([
      ["feeEarned", "2025-04-30", 100_300],
      ["feeEarned", "2025-05-10", 100],
      ["feeEarned", "2025-05-31", 100_000],
    ]);
  });

  test("of work waits for its acceptance, at the latest for the end (A11)", () => {
    const work: EarnedFee = { itemId: workId, amount: 500, to: "2026-03-31", by: "acceptance" };
    expect(live(issue("2025-04-01", [work])).rows).toEqual([]);
    const accepted = live(issue("2025-04-01", [...year, work]), end("2025-07-09", 0, workId));
    expect(accepted.rows[3]).toEqual(["feeSettled", "2025-07-09", 500]);
    expect(accepted.rows).toHaveLength(13);
  });
});

describe("an end before the period is over (A17.2)", () => {
  test("earns what is left on the last day", () => {
    const { rows, context } = live(issue("2025-04-01", year), end("2025-06-11"));
    expect(rows).toEqual([
      ["feeEarned", "2025-04-30", 100_000],
      ["feeEarned", "2025-05-31", 100_000],
      ["feeSettled", "2025-06-11", 1_000_000],
    ]);
    expect(context).toMatchObject({ fees: [], earned: 1_200_000, unearned: 0 });
  });

  test("leaves deferred what is the customer's", () => {
    const { rows, context } = live(issue("2025-04-01", year), end("2025-06-11", 963_288));
    expect(rows.at(-1)).toEqual(["feeSettled", "2025-06-11", 36_712]);
    expect(context).toMatchObject({ fees: [], earned: 236_712, unearned: 963_288 });
  });

  test("books back what months earned beyond the days", () => {
    // 28 of 365 days are less than a month of twelve.
    const february = [byMonth(contractId, 1_200_000, "2026-01-31")];
    const { rows } = live(issue("2025-02-01", february), end("2025-02-28", 1_107_946));
    expect(rows).toEqual([
      ["feeEarned", "2025-02-28", 100_000],
      ["feeSettled", "2025-02-28", -7946],
    ]);
  });

  test("of an option leaves the rest to be earned by months", () => {
    const fees = [...year, byMonth(optionId, 12_000, "2026-03-31")];
    const { rows, context } = live(issue("2025-04-01", fees), end("2025-05-31", 0, optionId));
    expect(rows.slice(0, 4)).toEqual([
      ["feeEarned", "2025-04-30", 101_000],
      ["feeEarned", "2025-05-31", 101_000],
      ["feeSettled", "2025-05-31", 10_000],
      ["feeEarned", "2025-06-30", 100_000],
    ]);
    expect(context).toMatchObject({ earned: 1_212_000 });
    const unknown = end("2025-05-31", 0, workId);
    expect(given(invoiceDefinition, issue("2025-04-01", fees)).when(unknown)).toBeNull();
  });
});

test("a fee of any amount, period and end is earned as going through the days says", () => {
  const start = fc.nat({ max: 3000 }).map((n) => daysAfter("2020-01-01", n));
  const cases = fc.record({
    start,
    amounts: fc.array(fc.integer({ min: 1, max: 10 ** 8 }), { minLength: 1, maxLength: 3 }),
    cut: fc.option(fc.integer({ min: 0, max: 364 })),
    ended: fc.option(fc.integer({ min: 0, max: 364 })),
    given: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(cases, ({ start: first, amounts, cut, ended, given: part }) => {
      const last = endOfPeriod(first, 12);
      const fees = amounts.map((amount, n) => {
        const to = n === 0 && cut !== null ? daysAfter(first, cut) : last;
        return byMonth([contractId, optionId, workId][n] ?? "", amount, to < last ? to : last);
      });
      const endDay = ended === null ? null : daysAfter(first, ended);
      const wanted = new Map<string, number>();
      for (const fee of fees) {
        for (const [day, amount] of earnedDayByDay(fee.amount, first, fee.to)) {
          if (endDay === null || day <= endDay) wanted.set(day, (wanted.get(day) ?? 0) + amount);
        }
      }
      const total = amounts.reduce((sum, amount) => sum + amount, 0);
      const upToEnd = [...wanted.values()].reduce((sum, amount) => sum + amount, 0);
      const open = fees.filter(({ to }) => endDay !== null && to > endDay);
      const back = Math.floor(open.reduce((sum, { amount }) => sum + amount, 0) * part);
      const told = endDay === null || open.length === 0 ? undefined : end(endDay, back);
      const { rows, context } = live(issue(first, fees), told);
      const months = rows.filter(([kind]) => kind === "feeEarned");
      const booked = [...wanted].filter(([, amount]) => amount > 0);
      expect(months.map(([, day, amount]) => [day, amount])).toEqual(
        booked.toSorted(([one], [other]) => (one < other ? -1 : 1)),
      );
      const settled = rows.filter(([kind]) => kind === "feeSettled").map(([, , amount]) => amount);
      const rest = told ? total - upToEnd - back : 0;
      expect(settled).toEqual(rest === 0 ? [] : [rest]);
      expect(context).toMatchObject({ fees: [], earned: told ? total - back : total });
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("an invoice of version 1 earns all of its fee as one, from its first month on", () => {
  const { snapshot } = given(invoiceDefinition, issue("2025-04-01", year));
  const { fees: _, earned: __, earnedUpTo: ___, unearned: ____, ...earlier } = snapshot.context;
  const migrate = registry.definition("invoice").migrations[1];
  const migrated = migrate?.({ ...snapshot, context: earlier });
  expect(migrated?.context).toMatchObject({ fees: year, earned: 0, earnedUpTo: null });
});

test.each([
  ["overdue", "2025-06-03"],
  ["issued", null],
])("an invoice that is %s and did not note since when is late since %s", (value, since) => {
  const { snapshot } = given(invoiceDefinition, issue("2025-04-01", year));
  const { overdueSince: _, ...earlier } = { ...snapshot.context, dueDay: "2025-06-02" };
  const { migrations } = registry.definition("invoice");
  for (const version of [1, 2] as const) {
    const migrated = migrations[version]?.({ ...snapshot, value, context: earlier });
    expect(migrated?.context).toMatchObject({ overdueSince: since });
  }
});
