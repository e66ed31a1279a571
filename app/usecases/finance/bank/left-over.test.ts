import { expect, test } from "vitest";
import { carryLeftOver } from "./left-over.ts";

const invoice = (invoiceId: string, status: string, more = {}) => ({
  ...{ invoiceId, status, total: 1100, credited: 0, damagesOpen: 0 },
  ...{ paid: status === "paid" ? 1100 : 0, ...more },
});
const part = (invoiceId: string, amount: number, fee = 0) => ({ invoiceId, amount, fee });
const [open, older, latest] = [
  invoice("open", "issued"),
  invoice("older", "paid"),
  invoice("latest", "paid"),
];

test.each([
  ["nothing is left", [part("open", 1100)], 0, [open, latest], [part("open", 1100)]],
  [
    "it goes on top of what is paid with it",
    ...([[part("open", 1100)], 500, [open, latest]] as const),
    [part("open", 1600)],
  ],
  [
    "it pays no debt that a person left open",
    ...([[part("open", 600)], 500, [open, latest, older]] as const),
    [part("open", 600), part("latest", 500)],
  ],
  ["it goes on top of the latest that is paid", [], 500, [latest, older], [part("latest", 500)]],
  [
    "rather on one without damages",
    ...([[], 500, [invoice("late", "paid", { damagesOpen: 7 }), older]] as const),
    [part("older", 500)],
  ],
  [
    "not where a fee is borne to the yen",
    ...([[part("open", 660, 440)], 500, [open, latest]] as const),
    [part("open", 660, 440), part("latest", 500)],
  ],
  [
    "on top of a part that an invoice which is paid already takes",
    ...([[part("latest", 100)], 500, [latest]] as const),
    [part("latest", 600)],
  ],
  ["it stays where nothing is paid", [part("open", 600)], 500, [open], [part("open", 600)]],
  [
    "not on what was credited or lost",
    [],
    500,
    [invoice("v", "void"), invoice("w", "writtenOff")],
    [],
  ],
])("%s", (_, allocations, leftOver, invoices, then) => {
  const carried = carryLeftOver(allocations, leftOver, invoices);
  expect(carried).toEqual(then);
});
