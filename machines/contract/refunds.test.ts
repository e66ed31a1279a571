import { describe, expect, test } from "vitest";
import {
  assign,
  byOperator,
  delivered,
  ends,
  ref,
  terminate,
} from "#test/helpers/contract-ends.ts";
import { active, notice } from "#test/helpers/contract-past.ts";
import { given, on, subjectId, type Stamped } from "#test/helpers/given.ts";
import { contractDefinition } from "./definition.ts";

const endedBy = (...past: Stamped[]) => given(contractDefinition, ...past).snapshot.context;

describe("what an end gives back (A17.2)", () => {
  test("the operator's: the fee of the days after the end, with its tax", () => {
    const { ended, refunds } = endedBy(...active, byOperator, delivered, ends("2025-06-12"));
    expect(ended).toMatchObject({ day: "2025-06-11", refund: "unearned" });
    // 72 of 365 days are used: floor(1,200,000 * 72 / 365) = 236,712.
    expect(refunds).toEqual([
      {
        ...{ itemId: subjectId, lastDay: "2025-06-11", clause: "A17.1" },
        ...{ net: 963_288, tax: 96_328, total: 1_059_616 },
      },
    ]);
  });

  test.each([
    ["the customer's notice", [notice("2025-04-05", "earliest"), ends("2025-06-06")]],
    ["a breach", [terminate("A16.1(5)")]],
    ["the customer's breach of A32", [terminate("A32.3")]],
    ["an assignment", [assign, ends("2025-09-01")]],
  ])("%s gives nothing back", (_, events) => {
    const { ended, refunds } = endedBy(...active, ...events);
    expect([ended?.refund, refunds]).toEqual(["none", []]);
  });

  test("the operator's breach of A32 gives the unearned fee back", () => {
    const { refunds } = endedBy(...active, terminate("A32.3", "customer"));
    // 32 days are used: floor(1,200,000 * 32 / 365) = 105,205.
    expect(refunds).toMatchObject([{ net: 1_094_795, lastDay: "2025-05-02" }]);
  });

  test("unpaid fees fall due in one sum after the customer's end, not after the operator's", () => {
    const limits = (...past: Stamped[]) =>
      given(contractDefinition, ...past.slice(0, -1))
        .whenTaken(past.at(-1)!)
        .tells.map(({ event }) => event)
        .filter(({ type }) => type === "limitDueDay");
    expect(limits(...active, notice("2025-04-05", "earliest"), ends("2025-06-06"))).toEqual([
      { type: "limitDueDay", dueDay: "2025-07-31" },
    ]);
    expect(limits(...active, byOperator, delivered, ends("2025-06-12"))).toEqual([]);
  });
});

describe("a discontinued menu (A20)", () => {
  const capped = on("2025-12-01", {
    ...{ type: "discontinue", discontinuationId: ref, endDay: "2026-06-30" },
  });
  const fix = on("2026-02-01", { type: "fixRenewal" }, 0);
  const renew = on("2026-04-01", { type: "renew" }, 0);

  test("renews once more, up to its last day, charged by days", () => {
    const renewed = given(contractDefinition, ...active, capped, fix).whenTaken(renew);
    expect(renewed.snapshot.context.term).toEqual({ start: "2026-04-01", end: "2026-06-30" });
    // 91 of 365 days: floor(1,200,000 * 91 / 365) = 299,178.
    expect(renewed.tells[0]?.event).toMatchObject({
      ...{ periodStart: "2026-04-01", periodEnd: "2026-06-30", subtotal: 299_178, tax: 29_917 },
    });
    expect(renewed.deadlines).toMatchObject([{ id: "end", dueAt: "2026-06-30T15:00:00.000Z" }]);
  });

  test("gives nothing back for the capped term, whose fee is earned to its last day", () => {
    const { ended, refunds } = endedBy(...active, capped, fix, renew, ends("2026-07-01"));
    expect(ended).toMatchObject({ cause: "discontinued", day: "2026-06-30", refund: "unearned" });
    expect(refunds).toEqual([]);
  });

  test("announced after the renewal it gives back what the full term was charged beyond", () => {
    const late = on("2026-04-02", {
      ...{ type: "discontinue", discontinuationId: ref, endDay: "2026-10-31" },
    });
    const { refunds } = endedBy(...active, fix, renew, late, ends("2026-11-01"));
    // 214 of 365 days are used: 1,200,000 - floor(1,200,000 * 214 / 365).
    expect(refunds).toMatchObject([{ net: 1_200_000 - 703_561 }]);
  });

  test("that is not discontinued after all goes on from the capped term's end", () => {
    const back = on("2026-05-01", { type: "withdrawEnd", ref });
    const { deadlines } = given(contractDefinition, ...active, capped, fix, renew, back);
    expect(deadlines().map(({ id }) => id)).toContain("fixRenewal");
  });
});
