import { describe, expect, test } from "vitest";
import type { ContractContext } from "#machines/contract/context.ts";
import { contractDefinition } from "#machines/contract/definition.ts";
import { byOperator, delivered, discontinue } from "#test/helpers/contract-ends.ts";
import { active, declined, fixRenewal, notice, preparing } from "#test/helpers/contract-past.ts";
import { given, type Stamped } from "#test/helpers/given.ts";
import { expectedFee } from "./expected-fee.ts";

function feeOf(...past: Stamped[]) {
  const { value, context } = given(contractDefinition, ...past).snapshot;
  const inActive = typeof value === "object" ? value["active"] : undefined;
  const term = typeof inActive === "object" ? String(inActive["term"]) : null;
  const ids = { customerId: "", contractId: "", customerName: "", number: "" };
  return expectedFee({ ...ids, term, context: context as ContractContext });
}

describe("the fee of the next term", () => {
  const renewal = { termStart: "2026-04-01", dueDay: "2026-06-01", amount: 1_320_000 };

  test.each([
    ["is expected while it can be declined", active, { ...renewal, certainty: "expected" }],
    ["is fixed once it can't", [...active, fixRenewal], { ...renewal, certainty: "fixed" }],
    [
      "is fixed before the service begins",
      preparing,
      { ...renewal, termStart: "2025-04-01", dueDay: "2025-06-02", certainty: "fixed" },
    ],
    ["does not come where it was declined", declined, null],
    ["does not come after a cancellation", [...active, notice("2025-06-05", "earliest")], null],
    ["does not come after the operator's", [...active, byOperator, delivered], null],
    ["does not come where the menu is discontinued before", [...active, discontinue], null],
  ])("%s", (_, past, fee) => {
    expect(feeOf(...past)).toEqual(fee);
  });
});
