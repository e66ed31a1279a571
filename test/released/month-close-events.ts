import { on, type Stamped } from "#test/helpers/given.ts";
import { monthChecks } from "#machines/month-close/checks.ts";
import { daysOf, monthsOn } from "#machines/month-close/month.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { Told } from "./lives.ts";

const digest = "0".repeat(64);
const point = { check: "payouts", subject: "po_1/txn_1", by: "finance" };

/** The closing of a month with so many open payouts, and debits that exceed credits by so much. */
export const closing = (month: string, open = 0, difference = 0): MachineEvent => ({
  ...{ type: "close", month, by: "finance", transactions: 1 },
  checks: monthChecks.map((check) => ({ check, open: check === "payouts" ? open : 0 })),
  totals: [
    { account: "bank", debit: 1100, credit: 0 },
    { account: "receivables", debit: 0, credit: 1100 - difference },
  ],
  ...{ hash: digest, signature: digest },
});

/** Every event that a month may meet in the walk; the month in which the walk begins is not over. */
export const monthCloseOffers: readonly MachineEvent[] = [
  ...["2025-02", "2025-03"].flatMap((month) => [
    { type: "explain", month, ...point, text: "A refund" },
    closing(month),
    closing(month, 1),
    closing(month, 0, 1),
  ]),
  { type: "retract", ...point },
  { type: "retract", ...point, subject: "po_2" },
  { type: "reopen", by: "admin", reason: "Late bill" },
];

/** Months that end on hard days: closed on the first day that may, and opened and closed again. */
export function monthCloseLives(): Told[] {
  return ["2025-12", "2024-02", "2026-02", "2026-04"].flatMap((month): Told[] => {
    const { lastDay } = daysOf(month);
    const next = `${monthsOn(month, 1)}-01`;
    const explain = { type: "explain", month, ...point, text: "A refund" };
    const past: Stamped[] = [
      on(lastDay, explain),
      on(next, closing(month), 0),
      on(next, { type: "reopen", by: "admin", reason: "Late bill" }),
      on(next, { ...explain, text: "A refund in cash" }),
      on(next, { type: "retract", ...point }),
    ];
    return [
      { kind: "monthClose", events: [on(lastDay, closing(month), 23)] },
      { kind: "monthClose", events: [...past, on(next, closing(month))] },
      { kind: "monthClose", events: [...past, on(next, closing(monthsOn(month, -1)))] },
    ];
  });
}
