import { expect, test } from "vitest";
import type { ContractRow } from "#db/queries/contracts.ts";
import { debtsDue } from "./debts-due.ts";

const contracts = [{ contractId: "a", number: "C000001-01" }] as ContractRow[];
const invoice = (dueDay: string, contractId = "a") => ({
  ...{ invoiceId: "i", contractId, number: "000001-0001", dueDay, owed: 1_320_000 },
});

test.each([
  ["moves a coming due day to the day of the record", "2026-05-29", true, [], "2026-03-02"],
  ["leaves one that has passed", "2026-02-27", true, ["a"], "2026-02-27"],
  ["without acceleration leaves other contracts' debts", "2026-05-29", false, [], "2026-05-29"],
  ["makes those of an ended contract due after its end", "2026-05-29", false, ["a"], "2026-04-30"],
  ["prefers the record to the end", "2026-05-29", true, ["a"], "2026-03-02"],
])("%s", (_, dueDay, accelerated, ending, newDueDay) => {
  const due = debtsDue([invoice(dueDay)], contracts, { today: "2026-03-02", accelerated, ending });
  expect(due).toMatchObject([{ dueDay, newDueDay, owed: 1_320_000, contractNumber: "C000001-01" }]);
  expect(due[0]?.derivation.result).toBe(newDueDay);
});

test("a day on which banks are closed moves the day after an end, and no acceleration", () => {
  const at = { today: "2026-04-04", ending: ["a"] };
  const [ended] = debtsDue([invoice("2026-08-31")], contracts, { ...at, accelerated: false });
  const [moved] = debtsDue([invoice("2026-08-31")], contracts, { ...at, accelerated: true });
  expect([ended?.newDueDay, moved?.newDueDay]).toEqual(["2026-06-01", "2026-04-04"]);
});
