import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysAfter } from "#test/helpers/day-by-day.ts";
import { given, on, subjectId, type Stamped } from "#test/helpers/given.ts";
import { damagesAccount } from "./damages-account.ts";
import { damagesInvoiceIdOf } from "./damages.ts";
import { invoiceDefinition } from "./definition.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const paymentId = "0199aaaa-0000-7000-8000-0000000000b1";
const receiptId = "0199aaaa-0000-7000-8000-0000000000e1";

/** An invoice of 1,100,000 yen, due on 2025-06-02. */
const issue = (reason = "annualFee"): Stamped => {
  const line = {
    menuCode: "m",
    nameJa: "監視",
    nameEn: "Monitoring",
    amount: 1_000_000,
    ratePercent: 10,
  };
  return on("2025-04-01", {
    ...{ type: "issue", contractId, reason, periodStart: "2025-04-01", periodEnd: "2026-03-31" },
    ...{
      dueDay: "2025-06-02",
      lines: [line],
      taxes: [{ ratePercent: 10, taxable: 1_000_000, tax: 100_000 }],
    },
    ...{ subtotal: 1_000_000, tax: 100_000, total: 1_100_000 },
  });
};
const dueDayPassed = on("2025-06-03", { type: "dueDayPassed" }, 0);
const paid = (amount: number, valueDay: string, day = valueDay) =>
  on(day, { type: "paymentReceived", paymentId, amount, valueDay });
const transfer = (amount: number, valueDay: string) =>
  on(valueDay, { type: "transferReceived", receiptId, amount, fee: 0, valueDay });
const claim = (amount: number, day: string) => on(day, { type: "claimDamages", amount });
const waive = (amount: number, day: string) =>
  on(day, { type: "waiveDamages", amount, reason: "少額のため" });
const dispute = on("2025-06-20", { type: "dispute", reason: "二重の請求とのこと" });
const endDispute = on("2025-07-20", { type: "endDispute", reason: "解決済み" });

const overdue = [issue(), dueDayPassed];
const machine = (...events: Stamped[]) => given(invoiceDefinition, ...events);
const accountOf = (events: Stamped[], day: string) => {
  const account = damagesAccount(machine(...events).snapshot.context, day);
  if (!account) throw new Error("It bears no damages.");
  return account;
};
const bookedBy = (before: Stamped[], event: Stamped) =>
  machine(...before)
    .whenTaken(event)
    .rows.flatMap(({ postings }) =>
      postings.map(({ account, debit, credit }) => [account, debit - credit]),
    );

describe("the account of an invoice's damages", () => {
  test("grows by the day until the amount has come, and stays there", () => {
    expect(accountOf(overdue, "2025-06-02")).toMatchObject({
      open: 0,
      rest: 1_100_000,
      segments: [],
    });
    expect(accountOf(overdue, "2025-07-02")).toMatchObject({
      ...{ perMille: 146, open: 13_200, rest: 1_100_000, closedOn: null },
      segments: [
        { from: "2025-06-03", to: "2025-07-02", days: 30, principal: 1_100_000, damages: 13_200 },
      ],
    });
    const late = accountOf([...overdue, paid(1_100_000, "2025-07-02")], "2025-12-31");
    expect(late).toMatchObject({
      asOf: "2025-07-02",
      closedOn: "2025-07-02",
      rest: 0,
      open: 13_200,
    });
  });

  test("a part payment goes to damages first, and the principal keeps what is left of it (Civil Code 489)", () => {
    const part = accountOf([...overdue, paid(413_200, "2025-07-02")], "2025-07-12");
    expect(part.entries).toMatchObject([{ damages: 13_200, principal: 400_000, onTop: 0 }]);
    expect(part.segments).toMatchObject([
      { days: 30, principal: 1_100_000, damages: 13_200 },
      { from: "2025-07-03", to: "2025-07-12", days: 10, principal: 700_000, damages: 2800 },
    ]);
    // The invoice still asks for 686,800 yen; with 16,000 yen of damages nothing more is owed.
    expect(part).toMatchObject({ accrued: 16_000, rest: 686_800, open: 16_000 });
  });

  test("a payment found later counts from its value day", () => {
    const events = [...overdue, paid(413_200, "2025-07-02")];
    const found = accountOf([...events, paid(686_800, "2025-06-02", "2025-08-01")], "2025-08-01");
    expect(found).toMatchObject({ closedOn: "2025-07-02", rest: 0, accrued: 4958, open: 4958 });
  });

  test("an earlier due day moves the first day of delay (A16.2)", () => {
    const accelerated = on("2025-05-20", {
      type: "accelerate",
      dueDay: "2025-05-20",
      clause: "A16.2",
    });
    const account = accountOf([issue(), accelerated], "2025-05-30");
    expect(account.segments).toMatchObject([{ from: "2025-05-21", days: 10, damages: 4400 }]);
  });

  test("none on an invoice for damages themselves, nor an earlier due day by the contract's end", () => {
    const damages = machine(issue("lateDamages"));
    expect(damagesAccount(damages.snapshot.context, "2026-01-01")).toBeNull();
    expect(
      damages.when(on("2025-05-01", { type: "limitDueDay", dueDay: "2025-05-02" })),
    ).toBeNull();
  });
});

describe("what is paid beyond the invoice's amount", () => {
  test("settles the damages, and is a credit only beyond them", () => {
    expect(bookedBy(overdue, transfer(1_113_200, "2025-07-02"))).toEqual([
      ...[
        ["unappliedReceipts", 1_113_200],
        ["receivables", -1_100_000],
        ["damages", -13_200],
      ],
    ]);
    const more = bookedBy(overdue, transfer(1_113_500, "2025-07-02"));
    expect(more.slice(2)).toEqual([
      ["damages", -13_200],
      ["credits", -300],
    ]);
    const context = machine(...overdue, transfer(1_113_200, "2025-07-02")).snapshot.context;
    expect(
      invoiceDefinition.view(machine(...overdue, transfer(1_113_200, "2025-07-02")).snapshot),
    ).toMatchObject({
      ...{ damagesOpen: 0, damagesSince: null, paid: 1_113_200 },
    });
    expect(damagesAccount(context, "2026-01-01")?.open).toBe(0);
  });

  test("is booked back where the money was another's", () => {
    const before = [...overdue, transfer(1_113_500, "2025-07-02")];
    const back = on("2025-07-10", {
      type: "transferReversed",
      receiptId,
      amount: 1_113_500,
      fee: 0,
    });
    expect(bookedBy(before, back)).toEqual([
      ["unappliedReceipts", -1_113_500],
      ["receivables", 1_100_000],
      ["damages", 13_200],
      ["credits", 300],
    ]);
  });

  test("in time is a credit as a whole", () => {
    expect(bookedBy([issue()], transfer(1_100_500, "2025-06-02")).slice(1)).toEqual([
      ["receivables", -1_100_000],
      ["credits", -500],
    ]);
  });
});

describe("damages that stand open", () => {
  const late = [...overdue, paid(1_100_000, "2025-07-02")];

  test("wait for finance since the day of the payment", () => {
    const view = (events: Stamped[]) => invoiceDefinition.view(machine(...events).snapshot);
    expect(view(overdue)).toMatchObject({ damagesOpen: 0, damagesSince: null });
    expect(view(late)).toMatchObject({ damagesOpen: 13_200, damagesSince: "2025-07-02" });
    expect(view([...late, waive(13_200, "2025-07-03")])).toMatchObject({ damagesOpen: 0 });
  });

  test("are claimed by an invoice of their own, outside the tax", () => {
    const { tells, snapshot, rows } = machine(...late).whenTaken(claim(13_200, "2025-07-10"));
    expect(rows).toEqual([]);
    expect(tells).toEqual([
      {
        kind: "invoice",
        machineId: damagesInvoiceIdOf(subjectId, 0),
        required: true,
        event: {
          ...{ type: "issue", contractId, reason: "lateDamages", ofInvoice: subjectId },
          ...{ periodStart: "2025-06-03", periodEnd: "2025-07-02", dueDay: "2025-09-01" },
          lines: [
            {
              menuCode: "late-damages",
              nameJa: "遅延損害金（請求書 000001-0001、2025/06/03–2025/07/02）",
              nameEn: "Late damages (invoice 000001-0001, 2025/06/03–2025/07/02)",
              ...{ amount: 13_200, ratePercent: 0 },
            },
          ],
          taxes: [{ ratePercent: 0, taxable: 13_200, tax: 0 }],
          ...{ subtotal: 13_200, tax: 0, total: 13_200 },
        },
      },
    ]);
    expect(damagesAccount(snapshot.context, "2026-01-01")).toMatchObject({ open: 0, tooMuch: 0 });
    const event = tells[0]?.event ?? { type: "" };
    const issued = given(invoiceDefinition).whenTaken(on("2025-07-10", event));
    expect(issued.told).toEqual({
      ...{ to: "issued", clauses: ["A12.2"], effects: ["damages-claimed"] },
      tells: ["contract.invoiceReopened"],
    });
    expect(issued.rows[0]?.postings).toEqual([
      { account: "receivables", debit: 13_200, credit: 0 },
      { account: "damages", debit: 0, credit: 13_200 },
    ]);
  });

  test("after a part payment are claimed alone, and go on from there", () => {
    const part = [...overdue, paid(413_200, "2025-07-02"), claim(13_200, "2025-07-02")];
    expect(accountOf(part, "2025-07-02")).toMatchObject({ rest: 686_800, open: 0 });
    expect(accountOf(part, "2025-07-12")).toMatchObject({ rest: 686_800, open: 2746 });
    const again = machine(...part).whenTaken(claim(2746, "2025-07-12")).tells[0]?.event;
    expect(again).toMatchObject({ periodStart: "2025-07-03", periodEnd: "2025-07-12" });
  });

  test("that were claimed stand out where a payment is found later", () => {
    const claimed = [
      ...late,
      claim(13_200, "2025-07-10"),
      paid(1_100_000, "2025-06-02", "2025-07-20"),
    ];
    expect(accountOf(claimed, "2025-07-20")).toMatchObject({ open: 0, tooMuch: 13_200 });
  });

  test.each<[string, Stamped[], Stamped]>([
    ["of another amount", late, claim(13_199, "2025-07-10")],
    ["twice", [...late, claim(13_200, "2025-07-10")], claim(13_200, "2025-07-10")],
    ["once they are waived", [...late, waive(13_200, "2025-07-10")], claim(13_200, "2025-07-11")],
    ["while the invoice is disputed", [...late, dispute], claim(13_200, "2025-07-10")],
    ["before anything is late", [issue()], claim(1, "2025-05-10")],
  ])("are not claimed %s", (_, before, event) => {
    expect(machine(...before).when(event)).toBeNull();
  });
});

describe("an invoice that is disputed", () => {
  const waits = (...events: Stamped[]) =>
    machine(...events)
      .deadlines()
      .filter(({ id }) => id.startsWith("remind"))
      .map(({ id, dueAt }) => [id, dueAt]);
  const remind = (id: string, day: string) => on(day, { type: "remind", id }, 9);

  test("is not reminded of, and then from the end of the dispute on", () => {
    expect(waits(...overdue)).toHaveLength(2);
    expect(waits(...overdue, dispute)).toEqual([]);
    expect(machine(...overdue, dispute).when(remind("remind/first", "2025-06-21"))).toBeNull();
    expect(waits(...overdue, dispute, endDispute)).toEqual([
      ["remind/first", "2025-07-21T00:00:00.000Z"],
      ["remind/second", "2025-07-27T00:00:00.000Z"],
    ]);
    const reminded = [...overdue, remind("remind/first", "2025-06-03"), dispute, endDispute];
    expect(waits(...reminded)).toEqual([["remind/second", "2025-07-27T00:00:00.000Z"]]);
  });

  test("says since when, takes payments, and its damages accrue", () => {
    const disputed = [...overdue, dispute];
    expect(invoiceDefinition.view(machine(...disputed).snapshot)).toMatchObject({
      disputedOn: "2025-06-20",
    });
    expect(accountOf(disputed, "2025-07-02").open).toBe(13_200);
    const { told } = machine(...disputed).whenTaken(paid(1_100_000, "2025-07-02"));
    expect(told.to).toBe("paid");
  });

  test.each<[string, Stamped[], Stamped]>([
    ["a second time", [...overdue, dispute], dispute],
    ["once nothing of it is owed", [issue(), paid(1_100_000, "2025-05-01")], dispute],
    ["no longer where it was not", overdue, endDispute],
  ])("is not disputed %s", (_, before, event) => {
    expect(machine(...before).when(event)).toBeNull();
  });
});

describe("the parts of a delay", () => {
  const dueDay = "2025-06-02";
  const credit = (creditNoteId: string, day: string, total: number) => ({
    ...{ creditNoteId, number: creditNoteId, day, cause: "correction" as const, taxes: [] },
    ...{ net: total, tax: 0, total },
  });
  const small = {
    ...{ reason: "annualFee" as const, dueDay, givenBack: [], damagesDecisions: [] },
  };

  test("take back no yen where a principal that is paid in parts rounds down to less", () => {
    const account = damagesAccount(
      {
        ...{ ...small, total: 11, receipts: [{ id: "r", valueDay: "2026-03-14", amount: 5 }] },
        credits: [credit("a", "2026-03-12", 1), credit("b", "2026-03-14", 5)],
      },
      "2026-03-20",
    );
    expect(account).toMatchObject({ accrued: 0, open: 0, closedOn: "2026-03-14" });
    expect(account?.segments.map(({ damages }) => damages)).toEqual([0, 0, 0]);
  });

  test("are no less than nothing each and all damages together", () => {
    const part = fc.record({
      after: fc.nat(900),
      amount: fc.integer({ min: 1, max: 300 }),
      isCredit: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.array(part, { maxLength: 5 }),
        (total, parts) => {
          const dated = parts.map(({ after, ...one }, n) => {
            return { ...one, day: daysAfter(dueDay, after), id: `${n}` };
          });
          const receipts = dated
            .filter(({ isCredit }) => !isCredit)
            .map(({ id, day: valueDay, amount }) => ({ id, valueDay, amount }));
          const credits = dated
            .filter(({ isCredit }) => isCredit)
            .map(({ id, day, amount }) => credit(id, day, amount));
          const account = damagesAccount({ ...small, total, receipts, credits }, "2028-06-02");
          const each = account?.segments.map(({ damages }) => damages) ?? [];
          expect(each.every((damages) => damages >= 0)).toBe(true);
          expect(each.reduce((sum, damages) => sum + damages, 0)).toBe(account?.accrued);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
