import { describe, expect, test } from "vitest";
import {
  comesBack,
  creditCases,
  creditOf,
  declare,
  dueDayPassed,
  issued,
  paid,
  paidIn,
  payBack,
} from "#test/cases/invoice-credits.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { outstanding } from "./context.ts";
import { damagesAccount } from "./damages-account.ts";
import { invoiceDefinition } from "./definition.ts";
import { splitOf } from "./split.ts";

const after = (past: Stamped[], event: Stamped) =>
  given(invoiceDefinition, ...past).whenTaken(event);
const contextAfter = (past: Stamped[], event: Stamped) => after(past, event).snapshot.context;

/** The balances that a life leaves, debits above nothing. */
function balances(past: Stamped[]): Record<string, number> {
  const sums: Record<string, number> = {};
  past.forEach((event, n) => {
    for (const { postings } of after(past.slice(0, n), event).rows) {
      for (const { account, debit, credit } of postings) {
        sums[account] = (sums[account] ?? 0) + debit - credit;
      }
    }
  });
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

test.each(creditCases)("%s", (_, before, event, then) => {
  expect(after(before, event).told).toEqual(then);
});

describe("a credit note", () => {
  test("is booked from what is deferred, with its tax, against what is owed", () => {
    expect(balances([...issued, creditOf(240)])).toEqual({
      receivables: 1100 - 264,
      deferredRevenue: -1000 + 240,
      taxPayable: -100 + 24,
    });
  });

  test("is the customer's credit where the invoice was paid", () => {
    const context = contextAfter(paid, creditOf(240));
    expect([outstanding(context), splitOf(context).credit]).toEqual([0, 264]);
    expect(balances([...paid, creditOf(240)])).toMatchObject({
      credits: -264,
      stripeClearing: 1100,
    });
  });

  test("takes back by months what the part that it credits has earned", () => {
    const month = on("2025-05-01", { type: "earn" }, 0);
    const past = [...issued, month, creditOf(120, "2025-05-10")];
    // A twelfth of 1,000 was earned, and a twelfth of 880 should have been.
    expect(balances(past)).toMatchObject({ revenue: -73, deferredRevenue: -807 });
    expect(after(past, on("2025-06-01", { type: "earn" }, 0)).rows).toMatchObject([
      {
        postings: [
          { account: "deferredRevenue", debit: 73 },
          { account: "revenue", credit: 73 },
        ],
      },
    ]);
  });

  test("of all leaves no debt, no revenue and no tax", () => {
    const month = on("2025-05-01", { type: "earn" }, 0);
    expect(balances([...issued, month, creditOf(1000, "2025-05-10")])).toEqual({});
  });

  test.each([
    ["more than is left", [creditOf(900)], creditOf(101)],
    ["a tax that is not the invoice's", [], { ...creditOf(240), tax: 25, total: 265 }],
    [
      "at another rate",
      [],
      { ...creditOf(240), taxes: [{ ratePercent: 8, taxable: 240, tax: 24 }] },
    ],
  ])("is none for %s", (_, before: Stamped[], event) => {
    expect(given(invoiceDefinition, ...issued, ...before).when(event)).toBeNull();
  });

  test("frees what it credits of late damages from its own day on", () => {
    const late = { ...contextAfter([...issued, dueDayPassed], creditOf(500, "2025-07-02")) };
    const account = damagesAccount(late, "2025-08-01");
    // 1,100 yen for 29 days to the day before the credit, then 550 yen.
    expect(account?.segments.map(({ to, days, principal }) => [to, days, principal])).toEqual([
      ["2025-07-01", 29, 1100],
      ["2025-08-01", 31, 550],
    ]);
    expect([account?.rest, account?.open]).toEqual([550, 6 + 13]);
  });

  test("for days after an end is raised by the end itself", () => {
    const end = { type: "endEarning", itemId: null, lastDay: "2025-09-30", unearned: 500 };
    const { tells } = after(issued, on("2025-10-01", end, 0));
    expect(tells).toMatchObject([
      {
        ...{ kind: "creditNote", required: true },
        event: { type: "issue", cause: "unearned", clause: "A17.2", net: 500, tax: 50, total: 550 },
      },
    ]);
    const ended = [...issued, on("2025-10-01", end, 0), creditOf(500, "2025-10-01", "unearned")];
    expect(balances(ended)).toEqual({ receivables: 550, revenue: -500, taxPayable: -50 });
  });

  test("after a correction gives back of the end's days what was not credited before", () => {
    const end = { type: "endEarning", itemId: null, lastDay: "2025-09-30", unearned: 500 };
    const { tells } = after([...issued, creditOf(200)], on("2025-10-01", end, 0));
    expect(tells[0]?.event).toMatchObject({ net: 400, tax: 40 });
  });
});

describe("a credit", () => {
  const over = [...paid, creditOf(100)];

  test("is set off, paid back and comes back, to the yen", () => {
    expect(balances([...over, declare(60)])).toMatchObject({
      credits: -50,
      unappliedReceipts: -60,
    });
    expect(balances([...over, payBack(110)])).toMatchObject({ refundsPayable: -110 });
    expect(balances([...over, payBack(110), comesBack(110)])).toEqual(balances(over));
  });

  test.each([
    ["set off", declare(111)],
    ["paid back", payBack(111)],
  ])("is not %s beyond what there is", (_, event) => {
    expect(given(invoiceDefinition, ...over).when(event)).toBeNull();
  });

  test("that is paid back leaves the days on which the invoice was paid as they were", () => {
    const context = contextAfter([...paid, creditOf(500, "2025-07-02")], payBack(550));
    expect(damagesAccount(context, "2025-12-31")).toMatchObject({ accrued: 0, open: 0 });
  });

  test("that is gone when the payment turns out another's is owed again", () => {
    const transfer = {
      type: "transferReceived",
      receiptId: "0199aaaa-0000-7000-8000-0000000000e1",
    };
    const came = on("2025-04-03", { ...transfer, amount: 1300, fee: 0, valueDay: "2025-04-03" });
    const gone = on("2025-06-20", { ...transfer, type: "transferReversed", amount: 1300, fee: 0 });
    const past = [...issued, came, payBack(200)];
    expect(given(invoiceDefinition, ...past).when(gone)).toBeNull();
  });
});

describe("a write-off", () => {
  const writeOff = (amount: number) =>
    on("2025-12-01", {
      type: "writeOff",
      approvalId: "0199aaaa-0000-7000-8000-0000000000a1",
      amount,
    });
  const partly = [...issued, paidIn(400), dueDayPassed];

  test("is for all that is owed, and for nothing else", () => {
    expect(given(invoiceDefinition, ...partly).when(writeOff(699))).toBeNull();
    expect(balances([...partly, writeOff(700)])).toMatchObject({ writeOffs: 700 });
    expect(balances([...partly, writeOff(700)])["receivables"]).toBeUndefined();
  });

  test("reminds of nothing any more, and is less by what still comes", () => {
    expect(after(partly, writeOff(700)).deadlines.map(({ id }) => id)).toEqual(["earn"]);
    expect(balances([...partly, writeOff(700), paidIn(100, "2026-01-10")])).toMatchObject({
      writeOffs: 600,
    });
    expect(
      balances([...partly, writeOff(700), paidIn(700, "2026-01-10")])["writeOffs"],
    ).toBeUndefined();
  });
});
