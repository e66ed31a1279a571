import { on } from "#test/helpers/given.ts";
import type { Told } from "./lives.ts";

const receiptId = "0199aaaa-0000-7000-8000-0000000000e1";
const invoices = [1, 2, 3].map((n) => `0199aaaa-0000-7000-8000-0000000000a${n}`);

/** Value days and the days on which the money was matched: at once, over a year's end, months late. */
const days = [
  ["2025-06-02", "2025-06-02"],
  ["2025-12-31", "2026-01-05"],
  ["2024-02-29", "2024-08-30"],
] as const;

/** Receipts for no invoice, one and several, with a bank's fee and with something left over. */
export function bankLives(): Told[] {
  return days.flatMap(([valueDay, matchedOn]) =>
    [0, 1, 3].flatMap((count) =>
      [0, 220].map((fee): Told => {
        const allocations = invoices.slice(0, count).map((invoiceId, place) => {
          const isLast = place === count - 1;
          return {
            invoiceId,
            amount: 1000 * (place + 1) - (isLast ? fee : 0),
            fee: isLast ? fee : 0,
          };
        });
        const apply = { type: "apply", receiptId, amount: 6500 + fee, valueDay, allocations };
        const events = [on(matchedOn, apply), on("2026-03-31", { type: "reverse" })];
        return { kind: "bankReceipt", events };
      }),
    ),
  );
}
