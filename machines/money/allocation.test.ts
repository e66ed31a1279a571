import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysAfter, daysBetween } from "#test/helpers/day-by-day.ts";
import { dayOf } from "../calendar.ts";
import { allocatePayment, settle, type Debt } from "./allocation.ts";

function open(id: string, due: string, principal: number, damages: number) {
  return { id, dueDay: dayOf(due), principal, damages };
}

describe("allocatePayment", () => {
  const old = open("old", "2026-02-28", 1000, 30);
  const young = open("young", "2026-05-29", 500, 20);
  test.each([
    ["nothing", 0, [], 0],
    ["part of the oldest damages", 25, [["old", "damages", 25]], 0],
    [
      "all damages before any principal",
      60,
      [
        ["old", "damages", 30],
        ["young", "damages", 20],
        ["old", "principal", 10],
      ],
      0,
    ],
    [
      "the oldest principal before the next",
      1150,
      [
        ["old", "damages", 30],
        ["young", "damages", 20],
        ["old", "principal", 1000],
        ["young", "principal", 100],
      ],
      0,
    ],
    [
      "more than is owed",
      1600,
      [
        ["old", "damages", 30],
        ["young", "damages", 20],
        ["old", "principal", 1000],
        ["young", "principal", 500],
      ],
      50,
    ],
  ])("a payment of %s", (_, amount, parts, leftOver) => {
    const allocations = parts.map(([debtId, kind, part]) => ({ debtId, kind, amount: part }));
    expect(allocatePayment(amount, [young, old])).toEqual({ allocations, leftOver });
  });

  test("debts of one due day keep the order of the list", () => {
    const [one, two] = [open("one", "2028-02-29", 10, 0), open("two", "2028-02-29", 10, 0)];
    expect(allocatePayment(5, [one, two]).allocations[0]?.debtId).toBe("one");
    expect(allocatePayment(5, [two, one]).allocations[0]?.debtId).toBe("two");
  });

  test("agrees with handing out yen by yen", () => {
    const debts = fc.uniqueArray(
      fc.record({
        due: fc.nat({ max: 60 }),
        principal: fc.nat({ max: 40 }),
        damages: fc.nat({ max: 9 }),
      }),
      { selector: ({ due }) => due, maxLength: 6 },
    );
    fc.assert(
      fc.property(debts, fc.nat({ max: 250 }), (list, amount) => {
        const given = list.map(({ due, ...rest }) =>
          open(
            daysAfter("2028-01-31", due),
            daysAfter("2028-01-31", due),
            rest.principal,
            rest.damages,
          ),
        );
        const oldestFirst = given.map(({ id }) => id).toSorted();
        const queue: string[] = [];
        for (const kind of ["damages", "principal"] as const) {
          for (const id of oldestFirst) {
            for (let n = given.find((debt) => debt.id === id)?.[kind] ?? 0; n > 0; n -= 1)
              queue.push(`${id} ${kind}`);
          }
        }
        const handed = queue.slice(0, amount);
        const { allocations, leftOver } = allocatePayment(amount, given);
        expect(
          allocations.flatMap(({ debtId, kind, amount: n }) =>
            Array<string>(n).fill(`${debtId} ${kind}`),
          ),
        ).toEqual(handed);
        expect(leftOver).toBe(amount - handed.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("refuses what is no amount", () => {
    expect(() => allocatePayment(-1, [])).toThrow(RangeError);
    expect(() => allocatePayment(1, [open("x", "2026-01-31", 1.5, 0)])).toThrow(RangeError);
  });
});

function fee(id: string, due: string, principal: number): Debt {
  return { id, dueDay: dayOf(due), principal, perMille: 146 };
}

function paid(id: string, on: string, amount: number) {
  return { id, valueDay: dayOf(on), amount };
}

describe("settle", () => {
  test("each part of the principal bears damages by its own days", () => {
    const result = settle(
      [fee("fee", "2026-05-29", 1_000_000)],
      [paid("first", "2026-06-08", 404_000), paid("second", "2026-06-28", 604_800)],
      dayOf("2026-06-28"),
    );
    expect(
      result.allocations.map(({ paymentId, kind, amount }) => [paymentId, kind, amount]),
    ).toEqual([
      ["first", "damages", 4000],
      ["first", "principal", 400_000],
      ["second", "damages", 4800],
      ["second", "principal", 600_000],
    ]);
    expect(result.open).toMatchObject([{ principal: 0, damages: 0 }]);
    expect(result.leftOver).toEqual([]);
  });

  test("leaves out payments after the day asked for and runs damages up to it", () => {
    const payments = [paid("later", "2028-03-02", 1_000_000)];
    const result = settle([fee("fee", "2028-02-28", 1_000_000)], payments, dayOf("2028-03-01"));
    expect(result.allocations).toEqual([]);
    expect(result.open).toMatchObject([{ principal: 1_000_000, damages: 800 }]);
  });

  test("a payment recorded late counts on its value day", () => {
    const debts = [fee("fee", "2026-05-29", 1_000_000)];
    const seen = paid("seen", "2026-07-08", 300_000);
    const foundLater = paid("found later", "2026-05-29", 1_000_000);
    expect(settle(debts, [seen], dayOf("2026-07-08")).open).toMatchObject([{ principal: 716_000 }]);
    const corrected = settle(debts, [seen, foundLater], dayOf("2026-07-08"));
    expect(corrected.open).toMatchObject([{ principal: 0, damages: 0 }]);
    expect(corrected.leftOver).toEqual([{ paymentId: "seen", amount: 300_000 }]);
  });

  test("what is paid on one day is one part, however many payments it came in", () => {
    const payments = [paid("one", "2026-05-30", 2502), paid("two", "2026-05-30", 2499)];
    const result = settle([fee("fee", "2026-05-29", 7500)], payments, dayOf("2026-06-01"));
    expect(result.open).toMatchObject([{ principal: 2502, damages: 1 + 3 - 3 }]);
  });

  test("a charge bears its own rate", () => {
    const charge: Debt = { ...fee("charge", "2026-01-31", 365_000), perMille: 30 };
    expect(settle([charge], [], dayOf("2026-02-28")).open).toMatchObject([{ damages: 840 }]);
  });

  test("debts come back oldest first, a paid one too", () => {
    const debts = [fee("young", "2026-05-29", 10), fee("old", "2026-02-27", 10)];
    const { open: left } = settle(debts, [paid("p", "2026-02-27", 10)], dayOf("2026-02-28"));
    expect(left.map(({ id, principal }) => [id, principal])).toEqual([
      ["old", 0],
      ["young", 10],
    ]);
  });
});

describe("settle against yen by yen book-keeping", () => {
  const debt = fc.record({
    due: fc.nat({ max: 90 }),
    principal: fc.nat({ max: 9000 }),
    perMille: fc.constantFrom(146, 30, 2000),
  });
  const payment = fc.record({ on: fc.nat({ max: 400 }), amount: fc.nat({ max: 6000 }) });
  const history = fc.record({
    debts: fc.uniqueArray(debt, { selector: ({ due }) => due, maxLength: 4 }),
    payments: fc.uniqueArray(payment, { selector: ({ on }) => on, maxLength: 6 }),
    asOf: fc.nat({ max: 420 }),
  });
  const iso = (n: number) => daysAfter("2027-12-31", n);

  test("agrees in what is owed and what is left over", () => {
    fc.assert(
      fc.property(history, ({ debts, payments, asOf }) => {
        const found = settle(
          debts.map((one) => ({ id: iso(one.due), dueDay: dayOf(iso(one.due)), ...one })),
          payments.map((one) => paid(iso(one.on), iso(one.on), one.amount)),
          dayOf(iso(asOf)),
        );
        const expected = bookYenByYen(debts, payments, asOf);
        expect(found.open.map(({ principal, damages }) => ({ principal, damages }))).toEqual(
          expected.open,
        );
        expect(found.leftOver.reduce((sum, { amount }) => sum + amount, 0)).toBe(expected.leftOver);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test("no yen is lost, and the order in which payments were recorded does not matter", () => {
    fc.assert(
      fc.property(history, ({ debts, payments }) => {
        const owed = debts.map((one) => ({
          id: iso(one.due),
          dueDay: dayOf(iso(one.due)),
          ...one,
        }));
        const received = payments.map((one) => paid(iso(one.on), iso(one.on), one.amount));
        const result = settle(owed, received, dayOf(iso(420)));
        const out = [...result.allocations, ...result.leftOver].reduce(
          (sum, one) => sum + one.amount,
          0,
        );
        expect(out).toBe(payments.reduce((sum, one) => sum + one.amount, 0));
        expect(settle(owed, received.toReversed(), dayOf(iso(420)))).toEqual(result);
      }),
      { numRuns: 1000 },
    );
  });

  interface Book {
    due: number;
    perMille: number;
    unpaid: number;
    paidOn: Map<number, number>;
    damagesPaid: bigint;
  }

  function bookYenByYen(
    debts: { due: number; principal: number; perMille: number }[],
    payments: { on: number; amount: number }[],
    asOf: number,
  ) {
    const books: Book[] = debts
      .toSorted((one, other) => one.due - other.due)
      .map(({ due, perMille, principal }) => ({
        due,
        perMille,
        unpaid: principal,
        paidOn: new Map(),
        damagesPaid: 0n,
      }));
    let leftOver = 0;
    for (const { on, amount } of payments.toSorted((one, other) => one.on - other.on)) {
      if (on > asOf) continue;
      const damages = books.map((book) => damagesLeft(book, on));
      for (let coin = 0; coin < amount; coin += 1) {
        const withDamages = damages.findIndex((left) => left > 0n);
        const withPrincipal = books.find(({ unpaid }) => unpaid > 0);
        const book = books[withDamages];
        if (book) {
          damages[withDamages] = (damages[withDamages] ?? 0n) - 1n;
          book.damagesPaid += 1n;
        } else if (withPrincipal) {
          withPrincipal.unpaid -= 1;
          withPrincipal.paidOn.set(on, (withPrincipal.paidOn.get(on) ?? 0) + 1);
        } else leftOver += 1;
      }
    }
    const open = books.map((book) => ({
      principal: book.unpaid,
      damages: Number(damagesLeft(book, asOf)),
    }));
    return { open, leftOver };
  }

  function damagesLeft({ due, perMille, unpaid, paidOn, damagesPaid }: Book, on: number): bigint {
    let owed = -damagesPaid;
    for (const [day, part] of [...paidOn, [on, unpaid] as const]) {
      owed +=
        (BigInt(part) * BigInt(perMille) * BigInt(daysBetween(iso(due), iso(day)))) / 365_000n;
    }
    return owed > 0n ? owed : 0n;
  }
});
