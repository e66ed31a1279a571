import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped, type Told } from "#test/helpers/given.ts";
import { bankReceiptDefinition } from "./definition.ts";

const receiptId = "0199aaaa-0000-7000-8000-0000000000e1";
const [first, second] = [
  "0199aaaa-0000-7000-8000-0000000000a1",
  "0199aaaa-0000-7000-8000-0000000000a2",
] as const;
const part = (invoiceId: string, amount: number, fee = 0) => ({ invoiceId, amount, fee });
const apply = (...allocations: ReturnType<typeof part>[]) =>
  on("2025-06-10", {
    ...{ type: "apply", receiptId, amount: 1500, valueDay: "2025-06-02", allocations },
  });
const reverse = on("2025-06-20", { type: "reverse" });

const told = (to: string, ...tells: string[]): Told => {
  return { to, clauses: ["A12.2"], tells, effects: [] };
};

const cases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  [
    "is applied to two invoices",
    [],
    apply(part(first, 1000), part(second, 500)),
    told("applied", "invoice.transferReceived", "invoice.transferReceived"),
  ],
  [
    "is reversed",
    [apply(part(first, 1000))],
    reverse,
    told("reversed", "invoice.transferReversed"),
  ],
];

describe("money that came by transfer", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(bankReceiptDefinition, ...before).whenTaken(event).told).toEqual(then);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(bankReceiptDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(bankReceiptDefinition.machine));
  });

  test("counts for an invoice on its value day, or not at all", () => {
    const { tells } = given(bankReceiptDefinition).whenTaken(apply(part(first, 990, 110)));
    const event = {
      ...{ type: "transferReceived", receiptId: subjectId, amount: 990, fee: 110 },
      valueDay: "2025-06-02",
    };
    expect(tells).toEqual([{ kind: "invoice", machineId: first, event, required: true }]);
  });

  test("becomes the customer's credit where no invoice is named, and is booked back", () => {
    const rows = (past: Stamped[], event: Stamped) =>
      given(bankReceiptDefinition, ...past).whenTaken(event).rows;
    const applied = apply(part(first, 1000));
    expect(rows([], applied)).toMatchObject([
      {
        ...{ kind: "transferCredited", day: "2025-06-02" },
        postings: [
          { account: "unappliedReceipts", debit: 500, credit: 0 },
          { account: "credits", debit: 0, credit: 500 },
        ],
      },
    ]);
    expect(rows([applied], reverse)).toMatchObject([
      {
        ...{ kind: "transferCreditReversed", day: "2025-06-20" },
        postings: [
          { account: "credits", debit: 500, credit: 0 },
          { account: "unappliedReceipts", debit: 0, credit: 500 },
        ],
      },
    ]);
    expect(rows([], apply(part(first, 1000), part(second, 500)))).toEqual([]);
  });

  test.each<[string, Stamped[], Stamped]>([
    ["gives no more than came", [], apply(part(first, 1501))],
    ["is not applied twice", [apply()], apply()],
    ["is not reversed before it is applied", [], reverse],
    ["is not reversed twice", [apply(), reverse], reverse],
    ["is not applied again once reversed", [apply(), reverse], apply()],
  ])("%s", (_, before, event) => {
    expect(given(bankReceiptDefinition, ...before).when(event)).toBeNull();
  });

  test.each([
    ["no part of nothing", [part(first, 0)]],
    ["no invoice twice", [part(first, 1), part(first, 2)]],
  ])("%s", (_, allocations) => {
    const { at: _at, day: _day, machineId: _id, number: _number, ...event } = apply(...allocations);
    expect(bankReceiptDefinition.events.safeParse(event).success).toBe(false);
  });
});
