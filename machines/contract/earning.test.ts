import { describe, expect, test } from "vitest";
import {
  assign,
  byOperator,
  delivered,
  ends,
  ref,
  terminate,
} from "#test/helpers/contract-ends.ts";
import {
  active,
  declined,
  device,
  fixRenewal,
  first,
  notice,
  renew,
  second,
  withDevice,
} from "#test/helpers/contract-past.ts";
import { given, on, subjectId, type Stamped } from "#test/helpers/given.ts";
import { optionMenu, submit } from "#test/helpers/sample-events.ts";
import { contractDefinition } from "./definition.ts";
import { optionInvoiceIdOf } from "./fees.ts";

const { optionId } = device;
const work = optionMenu("0199aaaa-0000-7000-8000-0000000000d3", "work", 500_000);
const workAdded = [
  ...[...active, on("2025-05-10", { type: "addOption", option: work })],
  on("2025-05-12", { type: "optionAccepted", optionId: work.optionId }),
];

/** What the last of the events tells invoices to stop earning. */
function told(...events: Stamped[]) {
  const { tells } = given(contractDefinition, ...events.slice(0, -1)).whenTaken(events.at(-1)!);
  return tells.flatMap(({ machineId, event }) => {
    const { type, itemId, lastDay, unearned } = event;
    return type === "endEarning" ? [[machineId, itemId, lastDay, unearned]] : [];
  });
}

describe("an invoice says how each of its fees is earned", () => {
  const feesOf = (past: Stamped[], event: Stamped) =>
    given(contractDefinition, ...past)
      .whenTaken(event)
      .tells.find(({ kind }) => kind === "invoice")?.event["fees"];

  test("the menus month by month, work on its acceptance (A11)", () => {
    const order = submit("2025-04-01", [device, work]);
    const past = [...active.slice(0, 1), on("2025-03-02", order), ...active.slice(2)];
    expect(feesOf(past.slice(0, -1), past.at(-1)!)).toEqual([
      { itemId: subjectId, amount: 1_200_000, to: "2026-03-31", by: "month" },
      { itemId: optionId, amount: 240_000, to: "2026-03-31", by: "month" },
      { itemId: work.optionId, amount: 500_000, to: "2026-03-31", by: "acceptance" },
    ]);
  });

  test("an option that a discontinuation ends within the term up to then (A20)", () => {
    const ending = { type: "optionEnding", optionId, endDay: "2026-10-01" };
    const cut = on("2025-07-01", { ...ending, chargedUntil: "2026-10-01" });
    expect(feesOf([...withDevice, cut, fixRenewal], renew)).toEqual([
      { itemId: subjectId, amount: 1_200_000, to: "2027-03-31", by: "month" },
      { itemId: optionId, amount: 120_986, to: "2026-10-01", by: "month" },
    ]);
  });
});

describe("the end of a contract", () => {
  test("with its term leaves nothing to be earned", () => {
    expect(told(...declined, ends("2026-04-01"))).toEqual([]);
  });

  test("by the customer is when the rest is earned (A17.2)", () => {
    expect(told(...active, notice("2025-04-05", "earliest"), ends("2025-06-06"))).toEqual([
      [first, null, "2025-06-05", 0],
    ]);
    expect(told(...active, terminate("A16.1(5)"))).toEqual([[first, null, "2025-05-02", 0]]);
  });

  test("by the operator keeps what is given back (A17.2)", () => {
    const past = [...withDevice, byOperator, delivered, ends("2025-06-12")];
    const { refunds, earning } = given(contractDefinition, ...past).snapshot.context;
    expect(told(...past)).toEqual([[first, null, "2025-06-11", refunds[0]?.net]]);
    expect(earning).toEqual([]);
  });

  test("earns what the work cost, whatever became of it", () => {
    const invoice = optionInvoiceIdOf(subjectId, work.optionId);
    const early = [notice("2025-07-05", "earliest"), ends("2025-09-06")];
    expect(told(...workAdded, ...early)).toEqual([
      [invoice, null, "2025-09-05", 0],
      [first, null, "2025-09-05", 0],
    ]);
    const renewed = [...workAdded, fixRenewal, renew, notice("2027-01-31"), ends("2027-04-01")];
    expect(told(...renewed)).toEqual([[invoice, null, "2027-03-31", 0]]);
  });

  test("by an assignment ends no month: the service goes on (A31.1)", () => {
    expect(told(...active, assign, ends("2025-09-01"))).toEqual([]);
    const invoice = optionInvoiceIdOf(subjectId, work.optionId);
    const late = on("2025-05-20", {
      ...{ type: "assign", successorId: ref, effectiveDay: "2025-09-01" },
    });
    expect(told(...workAdded, late, ends("2025-09-01"))).toEqual([
      [invoice, work.optionId, "2025-08-31", 0],
    ]);
  });
});

describe("the end of an option", () => {
  const ended = (day: string, endDay: string, refund: string) =>
    on(day, { type: "optionEnded", optionId, endDay, clause: "A17.1", refund }, 0);

  test("earns the rest of its fee, or keeps what is given back", () => {
    expect(told(...withDevice, ended("2025-08-01", "2025-07-31", "none"))).toEqual([
      [first, optionId, "2025-07-31", 0],
    ]);
    const event = ended("2025-08-01", "2025-07-31", "unearned");
    const { snapshot } = given(contractDefinition, ...withDevice).whenTaken(event);
    const [refund] = snapshot.context.refunds;
    expect(told(...withDevice, event)).toEqual([[first, optionId, "2025-07-31", refund?.net]]);
    expect(snapshot.context.earning.map(({ itemId }) => itemId)).toEqual([subjectId]);
  });

  test("keeps it on the invoice of the rest first, where the fee came in two parts", () => {
    const ending = (day: string, last: string | null) =>
      on(day, { type: "optionEnding", optionId, endDay: last, chargedUntil: last });
    const past = [
      ...[...withDevice, ending("2025-07-01", "2026-10-01"), fixRenewal, renew],
      ending("2026-05-10", null),
    ];
    const event = ended("2026-09-01", "2026-08-31", "unearned");
    const { snapshot } = given(contractDefinition, ...past).whenTaken(event);
    const kept = told(...past, event);
    // 153 of 365 days: 240,000 - 100,602 = 139,398, of which the rest's invoice has 119,014.
    expect(snapshot.context.refunds).toMatchObject([{ net: 139_398 }]);
    const rest = optionInvoiceIdOf(subjectId, optionId, "2026-10-02");
    expect(kept).toEqual([
      [rest, optionId, "2026-08-31", 119_014],
      [second, optionId, "2026-08-31", 20_384],
    ]);
  });
});
