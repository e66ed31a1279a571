import { describe, expect, test } from "vitest";
import { basicMenu, optionMenu } from "#test/helpers/sample-events.ts";
import { emptyContract, type ContractContext } from "./context.ts";
import { chargeFor, invoiceIdOf, issueInvoice } from "./fees.ts";

const work = optionMenu("0199aaaa-0000-7000-8000-0000000000e1", "work", 500_005);
const logs = optionMenu("0199aaaa-0000-7000-8000-0000000000e2", "subscription", 333_333);
const contract: ContractContext = {
  ...emptyContract,
  contractId: "0199aaaa-0000-7000-8000-000000000001",
  start: "2025-04-01",
  basic: basicMenu,
  options: [work, logs],
};
const termOf = (start: string, end: string) => ({ start, end, isCapped: false });

describe("the fees of a term", () => {
  test("the first term charges work, later ones do not (A11)", () => {
    const menus = (start: string) =>
      (
        issueInvoice(contract, termOf(start, ""), start).event["lines"] as { menuCode: string }[]
      ).map(({ menuCode }) => menuCode);
    expect(menus("2025-04-01")).toEqual(["ndr-standard", "option-work", "option-subscription"]);
    expect(menus("2026-04-01")).toEqual(["ndr-standard", "option-subscription"]);
  });

  test("tax is worked out once for the sum, rounded down, never by line", () => {
    const odd = [1, 2, 3].map((n) => ({ ...basicMenu, menuCode: `m${n}`, annualPrice: 15 }));
    expect(chargeFor(odd, "2025-04-01")).toMatchObject({
      taxes: [{ ratePercent: 10, taxable: 45, tax: 4 }],
      subtotal: 45,
      tax: 4,
      total: 49,
    });
  });

  test("the invoice of a term has one id, whoever works it out", () => {
    const ids = ["2025-04-01", "2026-04-01"].map((start) =>
      invoiceIdOf(contract.contractId, start),
    );
    expect(new Set(ids).size).toBe(2);
    expect(issueInvoice(contract, termOf("2026-04-01", ""), "2026-04-01").machineId).toBe(ids[1]);
  });
});

describe("the due day (A12.2)", () => {
  test.each([
    ["the end of the month after the start", "2025-04-01", "2025-04-01", "2025-06-02"],
    ["the first day on which banks are open", "2025-11-15", "2025-11-15", "2026-01-05"],
    ["a month end that is open", "2025-08-31", "2025-08-31", "2025-09-30"],
    ["the leap day", "2028-01-31", "2028-01-31", "2028-02-29"],
    ["counted from a later issue", "2025-04-01", "2025-05-20", "2025-06-30"],
  ])("is %s", (_, start, issued, due) => {
    expect(issueInvoice(contract, termOf(start, ""), issued).event["dueDay"]).toBe(due);
  });
});
