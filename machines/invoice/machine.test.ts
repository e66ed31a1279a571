import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { collectionCases, notCollected } from "#test/cases/invoice-collection.ts";
import { creditCases } from "#test/cases/invoice-credits.ts";
import { neverReturnedMoney, returnedMoneyCases } from "#test/cases/invoice-returned.ts";
import { given, on, subjectId, type Stamped, type Told } from "#test/helpers/given.ts";
import { invoiceDefinition } from "./definition.ts";
import { outstanding } from "./context.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const [paymentA, paymentB] = [
  "0199aaaa-0000-7000-8000-0000000000b1",
  "0199aaaa-0000-7000-8000-0000000000b2",
] as const;

/** An invoice of 1,100 yen, due on 2025-06-02. */
function issue(subtotal = 1000, tax = 100): Stamped {
  const line = {
    menuCode: "m",
    nameJa: "監視",
    nameEn: "Monitoring",
    amount: subtotal,
    ratePercent: 10,
  };
  return on(
    "2025-04-01",
    {
      type: "issue",
      contractId,
      reason: "annualFee",
      periodStart: "2025-04-01",
      periodEnd: "2026-03-31",
      dueDay: "2025-06-02",
      lines: [line],
      taxes: [{ ratePercent: 10, taxable: subtotal, tax }],
      subtotal,
      tax,
      total: subtotal + tax,
    },
    0,
  );
}

const start = (paymentId: string) => on("2025-04-02", { type: "startPayment", paymentId });
const closed = (paymentId: string) => on("2025-04-02", { type: "paymentClosed", paymentId }, 13);
const received = (paymentId: string, amount: number, valueDay = "2025-04-03") =>
  on(valueDay, { type: "paymentReceived", paymentId, amount, valueDay });
const receiptId = "0199aaaa-0000-7000-8000-0000000000e1";
const transfer = (amount: number, fee = 0, day = "2025-04-03") =>
  on(day, { type: "transferReceived", receiptId, amount, fee, valueDay: day });
const reversal = (amount: number, fee = 0, day = "2025-04-20") =>
  on(day, { type: "transferReversed", receiptId, amount, fee });
const dueDayPassed = on("2025-06-03", { type: "dueDayPassed" }, 0);
const limit = (dueDay: string) => on("2025-04-20", { type: "limitDueDay", dueDay });
const accelerate = (dueDay: string) =>
  on("2025-04-10", { type: "accelerate", dueDay, clause: "A16.2" });
const remind = (id: string) => on("2025-06-03", { type: "remind", id }, 9);

const earningMonths = {
  ...issue(),
  fees: [{ itemId: contractId, amount: 1000, to: "2026-03-31", by: "month" }],
};
const earn = on("2025-05-01", { type: "earn" }, 0);
const endEarning = on("2025-05-20", {
  ...{ type: "endEarning", itemId: null, lastDay: "2025-05-19", unearned: 0 },
});

const dispute = on("2025-07-02", { type: "dispute", reason: "金額が違うとのこと" });
const endDispute = on("2025-07-20", { type: "endDispute", reason: "計算書を送り、納得された" });
const claim = (amount = 13, day = "2025-07-02") => on(day, { type: "claimDamages", amount }, 18);
const waive = (amount = 13, day = "2025-07-02") =>
  on(day, { type: "waiveDamages", amount, reason: "少額のため" }, 18);

const issued = [issue()];
const opened = [issue(), start(paymentA)];
const partly = [issue(), received(paymentA, 400)];
const overdue = [issue(), dueDayPassed];
const partlyOverdue = [...partly, dueDayPassed];
const paid = [...opened, received(paymentA, 1100)];

/** Paid 30 days late, in part and in full: 13 yen of damages stand open. */
const partLate = [...overdue, received(paymentA, 400, "2025-07-02")];
const paidLate = [...overdue, received(paymentA, 1100, "2025-07-02")];

const told = (to: string, clause: string, effects: string[] = [], tells: string[] = []): Told => ({
  to,
  clauses: [clause],
  tells,
  effects,
});
const settles = ["contract.invoiceSettled"];

const cases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  ["is issued", [], issue(), told("issued", "A12.2", ["invoice-issued"])],
  [
    "is settled at once where it costs nothing",
    [],
    issue(0, 0),
    told("paid", "A12.2", [], settles),
  ],
  ["opens a payment", issued, start(paymentA), told("issued", "A12.2", [], ["payment.create"])],
  ["closes its open payment", opened, closed(paymentA), told("issued", "A12.2")],
  ["is paid in part", issued, received(paymentA, 400), told("partlyPaid", "A12.2")],
  [
    "is paid in full",
    opened,
    received(paymentA, 1100),
    told("paid", "A12.2", ["receipt"], settles),
  ],
  [
    "is overdue after the due day",
    issued,
    dueDayPassed,
    told("overdue", "A14.3", [], ["contract.invoiceOverdue"]),
  ],
  ["is due earlier", issued, limit("2025-05-30"), told("issued", "A17.2")],
  ["is due at once", issued, accelerate("2025-04-10"), told("issued", "A16.2")],
  [
    "opens another payment for the rest",
    partly,
    start(paymentB),
    told("partlyPaid", "A12.2", [], ["payment.create"]),
  ],
  [
    "closes the payment for the rest",
    [...partly, start(paymentB)],
    closed(paymentB),
    told("partlyPaid", "A12.2"),
  ],
  ["is paid in part again", partly, received(paymentB, 100), told("partlyPaid", "A12.2")],
  [
    "is paid in the rest",
    partly,
    received(paymentB, 700),
    told("paid", "A12.2", ["receipt"], settles),
  ],
  [
    "is overdue in part",
    partly,
    dueDayPassed,
    told("overdue", "A14.3", [], ["contract.invoiceOverdue"]),
  ],
  ["is due at once for the rest", partly, accelerate("2025-04-10"), told("partlyPaid", "A16.2")],
  ["is due earlier for the rest", partly, limit("2025-05-30"), told("partlyPaid", "A17.2")],
  [
    "opens a payment late",
    overdue,
    start(paymentA),
    told("overdue", "A12.2", [], ["payment.create"]),
  ],
  [
    "closes a late payment",
    [...overdue, start(paymentA)],
    closed(paymentA),
    told("overdue", "A12.2"),
  ],
  ["is paid in part late", overdue, received(paymentA, 400), told("overdue", "A12.2")],
  [
    "is paid in full late",
    overdue,
    received(paymentA, 1100),
    told("paid", "A12.2", ["receipt"], settles),
  ],
  [
    "is reminded of",
    overdue,
    remind("remind/first"),
    told("overdue", "A14.3", ["payment-reminder"]),
  ],
  ["is due at once though overdue", overdue, accelerate("2025-04-10"), told("overdue", "A16.2")],
  ["is due earlier though overdue", overdue, limit("2025-05-30"), told("overdue", "A17.2")],
  ["is paid in part by transfer", issued, transfer(400), told("partlyPaid", "A12.2")],
  ["is paid by transfer", issued, transfer(1100), told("paid", "A12.2", ["receipt"], settles)],
  ["is paid in part again by transfer", partly, transfer(100), told("partlyPaid", "A12.2")],
  [
    "is paid in the rest by transfer, less a fee",
    partly,
    transfer(590, 110),
    told("paid", "A12.2", ["receipt"], settles),
  ],
  ["is paid in part late by transfer", overdue, transfer(400), told("overdue", "A12.2")],
  [
    "is paid late by transfer",
    overdue,
    transfer(1100),
    told("paid", "A12.2", ["receipt"], settles),
  ],
  ["takes a transfer after the payment", paid, transfer(1100), told("paid", "A12.2")],
  [
    "expires a payment when a transfer was quicker",
    opened,
    transfer(1100),
    told("paid", "A12.2", ["expireCheckout", "receipt"], settles),
  ],
  [
    "has nothing paid once a transfer is another's",
    [issue(), transfer(400)],
    reversal(400),
    told("issued", "A12.2"),
  ],
  [
    "has less paid once a transfer is another's",
    [...partly, transfer(100)],
    reversal(100),
    told("partlyPaid", "A12.2"),
  ],
  ["has less paid late", [...overdue, transfer(400)], reversal(400), told("overdue", "A12.2")],
  [
    "stays paid where the rest covers it",
    [...paid, transfer(500)],
    reversal(500),
    told("paid", "A12.2"),
  ],
  [
    "is owed again",
    [issue(), transfer(990, 110)],
    reversal(990, 110),
    told("issued", "A12.2", [], ["contract.invoiceReopened"]),
  ],
  [
    "is owed again in part",
    [...partly, transfer(700)],
    reversal(700),
    told("partlyPaid", "A12.2", [], ["contract.invoiceReopened"]),
  ],
  [
    "is owed again after its due day",
    [issue(), transfer(1100)],
    reversal(1100, 0, "2025-06-03"),
    told("overdue", "A14.3", [], ["contract.invoiceReopened", "contract.invoiceOverdue"]),
  ],
  [
    "stays late where it is owed again by a word of an earlier day",
    [...overdue, transfer(1100)],
    reversal(1100, 0, "2025-06-01"),
    told("overdue", "A14.3", [], ["contract.invoiceReopened", "contract.invoiceOverdue"]),
  ],
  ["takes a second payment after the first", paid, received(paymentB, 1100), told("paid", "A12.2")],
  [
    "closes a payment that lost the race",
    [...opened, received(paymentB, 1100)],
    closed(paymentA),
    told("paid", "A12.2"),
  ],
  [
    "expires a payment that lost the race",
    opened,
    received(paymentB, 1100),
    told("paid", "A12.2", ["expireCheckout", "receipt"], settles),
  ],
  ...[issued, partly, overdue, paidLate].flatMap((before, n): (typeof cases)[number][] => {
    const state = ["issued", "partlyPaid", "overdue", "paid"][n] ?? "";
    return [
      [`is disputed while ${state}`, before, dispute, told(state, "A14.3")],
      [
        `is disputed no longer while ${state}`,
        [...before, dispute],
        endDispute,
        told(state, "A14.3"),
      ],
    ];
  }),
  [
    "claims damages while overdue",
    partLate,
    claim(),
    told("overdue", "A14.3", [], ["invoice.issue"]),
  ],
  ["claims damages once paid", paidLate, claim(), told("paid", "A14.3", [], ["invoice.issue"])],
  ["waives damages while overdue", partLate, waive(), told("overdue", "A14.3")],
  ["waives damages once paid", paidLate, waive(), told("paid", "A14.3")],
  ["earns a month", [earningMonths], earn, told("issued", "A12.2")],
  ["earns the rest at the end", [earningMonths], endEarning, told("issued", "A17.2")],
  ...creditCases,
  ...returnedMoneyCases,
  ...collectionCases,
];

describe("an invoice", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(invoiceDefinition, ...before).whenTaken(event).told).toEqual(then);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(invoiceDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(invoiceDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ...notCollected,
    ["opens no second payment beside the first", opened, start(paymentB)],
    ["closes no payment that is not its open one", opened, closed(paymentB)],
    ["is never due later (A17.2)", issued, limit("2025-06-03")],
    ["is never due later when it is the same day", issued, limit("2025-06-02")],
    ["opens no payment once paid", paid, start(paymentB)],
    ...neverReturnedMoney,
    ["is not issued twice", issued, issue()],
    ["is not overdue once paid", paid, dueDayPassed],
    ["is not born by a payment", [], received(paymentA, 1100)],
    ["bears no fee that leaves a rest", issued, transfer(900, 110)],
    ["bears no fee beyond what is owed", issued, transfer(1000, 110)],
    ["bears no fee once paid", paid, transfer(990, 110)],
    ["loses no more than came", partly, reversal(500)],
    ["loses nothing before anything came", issued, reversal(400)],
    ["earns no month before it is over", [earningMonths], on("2025-04-30", { type: "earn" })],
    ["earns nothing that it was not issued for", issued, earn],
    ["ends no earning twice", [earningMonths, endEarning], endEarning],
  ])("%s", (_, before, event) => {
    expect(given(invoiceDefinition, ...before).when(event)).toBeNull();
  });
});

describe("the money of an invoice", () => {
  const entries = (past: Stamped[], event: Stamped) =>
    given(invoiceDefinition, ...past)
      .when(event)
      ?.rows.map(({ kind, day, postings }) => [
        kind,
        day,
        ...postings.map(({ account, debit, credit }) => [account, debit - credit]),
      ]);

  test("the issue stands as deferred revenue and tax", () => {
    expect(entries([], issue())).toEqual([
      [
        "invoiceIssued",
        "2025-04-01",
        ["receivables", 1100],
        ["deferredRevenue", -1000],
        ["taxPayable", -100],
      ],
    ]);
    expect(entries([], issue(0, 0))).toEqual([]);
    expect(entries([], issue(5, 0))?.[0]).toHaveLength(4);
  });

  test("a payment counts on its value day", () => {
    const late = on("2025-06-05", {
      ...{ type: "paymentReceived", paymentId: paymentA, amount: 1100, valueDay: "2025-05-30" },
    });
    const { rows, snapshot } = given(invoiceDefinition, ...overdue).whenTaken(late);
    expect(rows[0]?.day).toBe("2025-05-30");
    expect(snapshot.context.paidOn).toBe("2025-05-30");
  });

  test.each([
    ["full", 0, 1100, [["receivables", -1100]]],
    ["partial", 0, 400, [["receivables", -400]]],
    [
      "more than the total",
      0,
      1500,
      [
        ["receivables", -1100],
        ["credits", -400],
      ],
    ],
    [
      "more than the rest",
      400,
      1100,
      [
        ["receivables", -700],
        ["credits", -400],
      ],
    ],
  ])("%s: what is too much becomes a credit", (_, before, amount, rest) => {
    const past = before ? [issue(), received(paymentA, before)] : [issue()];
    const event = received(paymentB, amount);
    expect(entries(past, event)).toEqual([
      ["paymentReceived", "2025-04-03", ["stripeClearing", amount], ...rest],
    ]);
    const { context } = given(invoiceDefinition, ...past, event).snapshot;
    expect(context.paid).toBe(before + amount);
    expect(outstanding(context)).toBe(Math.max(0, 1100 - before - amount));
  });

  test("a second payment in full becomes a credit as a whole", () => {
    expect(entries(paid, received(paymentB, 1100))).toEqual([
      ["paymentReceived", "2025-04-03", ["stripeClearing", 1100], ["credits", -1100]],
    ]);
  });

  test("the receipt says that it came by transfer", () => {
    const factsOf = (event: Stamped) =>
      given(invoiceDefinition, ...issued).whenTaken(event).effects[0]?.params["facts"];
    expect(factsOf(transfer(1100))).toMatchObject({ method: "bankTransfer", paid: 1100 });
    expect(factsOf(received(paymentA, 1100))).not.toHaveProperty("method");
  });

  test("a transfer settles what waited to be applied, and the fee is a cost", () => {
    expect(entries(issued, transfer(990, 110))).toEqual([
      [
        "transferReceived",
        "2025-04-03",
        ...[
          ["unappliedReceipts", 990],
          ["bankFees", 110],
          ["receivables", -1100],
        ],
      ],
    ]);
    expect(entries(partly, transfer(1000))).toEqual([
      [
        "transferReceived",
        "2025-04-03",
        ...[
          ["unappliedReceipts", 1000],
          ["receivables", -700],
          ["credits", -300],
        ],
      ],
    ]);
  });

  test("a transfer that is another's is booked back, first from the credit", () => {
    const past = [issue(), transfer(1000), received(paymentA, 400)];
    expect(entries(past, reversal(1000))).toEqual([
      [
        "transferReversed",
        "2025-04-20",
        ...[
          ["unappliedReceipts", -1000],
          ["receivables", 700],
          ["credits", 300],
        ],
      ],
    ]);
    const { context } = given(invoiceDefinition, ...past, reversal(1000)).snapshot;
    expect(context).toMatchObject({ paid: 400, paidOn: null });
  });

  test("a payment asks for the rest only, and must come to life", () => {
    const { tells } = given(invoiceDefinition, ...partly).whenTaken(start(paymentB));
    expect(tells).toEqual([
      {
        kind: "payment",
        machineId: paymentB,
        event: { type: "create", invoiceId: subjectId, amount: 700 },
        required: true,
      },
    ]);
  });
});

describe("an invoice waits for", () => {
  const waits = (...past: Stamped[]) =>
    given(invoiceDefinition, ...past)
      .deadlines()
      // What a saved card waits for is told beside its rule.
      .filter(({ id }) => !id.startsWith("charge"))
      .map(({ id, dueAt }) => [id, dueAt]);
  const passed = [["overdue", "2025-06-02T15:00:00.000Z"]];
  const first = ["remind/first", "2025-06-03T00:00:00.000Z"];
  const second = ["remind/second", "2025-06-09T00:00:00.000Z"];

  test("the end of its due day while it is owed", () => {
    expect(waits(...issued)).toEqual(passed);
    expect(waits(...partly)).toEqual(passed);
    expect(waits(...issued, limit("2025-05-30"))).toEqual([
      ["overdue", "2025-05-30T15:00:00.000Z"],
    ]);
  });

  test("the end of the day on which acceleration makes it due, never later (A16.2)", () => {
    expect(waits(...issued, accelerate("2025-04-10"))).toEqual([
      ["overdue", "2025-04-10T15:00:00.000Z"],
    ]);
    expect(given(invoiceDefinition, ...issued).when(accelerate("2025-06-03"))).toBeNull();
    const { context } = given(invoiceDefinition, ...issued, accelerate("2025-04-10")).snapshot;
    expect(context).toMatchObject({ dueDay: "2025-04-10", acceleratedTo: "2025-04-10" });
  });

  test("the reminders while it is overdue, each once", () => {
    expect(waits(...overdue)).toEqual([first, second]);
    expect(waits(...partlyOverdue)).toEqual([first, second]);
    expect(waits(...overdue, remind("remind/first"))).toEqual([second]);
    expect(waits(...overdue, remind("remind/first"), remind("remind/second"))).toEqual([]);
  });

  test("nothing once it is paid", () => {
    expect(waits(...paid)).toEqual([]);
    expect(waits(...overdue, received(paymentA, 1100, "2025-06-10"))).toEqual([]);
  });
});
