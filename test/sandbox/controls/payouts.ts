import { z } from "zod";
import type { Sandbox } from "../sandbox.ts";
import { makePayout } from "../stripe/automatic-payout.ts";
import { book, startOfDay } from "../stripe/balance-transactions.ts";
import { failPayout, reversePayout } from "../stripe/end-payout.ts";

const currency = z.enum(["jpy", "usd", "eur"]).default("jpy");

const PAYOUT = z.strictObject({ negative: z.boolean().default(false), currency });

/** Pays out the whole balance of a currency now; with `negative`, also takes from the bank what it lacks. */
export function payOut(sandbox: Sandbox, body: unknown): object | null {
  return makePayout(sandbox, { everything: true, ...PAYOUT.parse(body) });
}

const ENDING = z.strictObject({
  status: z.enum(["failed", "reversed"]),
  failure_code: z.string().default("account_closed"),
});

/** The bank sends a payout back (`failed`), or Stripe takes it back (`reversed`). */
export function movePayout(sandbox: Sandbox, body: unknown, id: string): object {
  const { status, failure_code } = ENDING.parse(body);
  return status === "failed" ? failPayout(sandbox, id, failure_code) : reversePayout(sandbox, id);
}

const ROW = z.strictObject({
  type: z.string().min(1),
  amount: z.number().int(),
  fee: z.number().int().default(0),
  currency,
  description: z.string().nullable().default(null),
  reporting_category: z.string().optional(),
  source: z.string().nullable().default(null),
});

/** A row of any type that Stripe enters by itself: adjustments, its own fees, reserves, new ones. */
export function enterRow(sandbox: Sandbox, body: unknown): object {
  const { reporting_category, ...row } = ROW.parse(body);
  return book(sandbox, {
    ...row,
    reportingCategory: reporting_category,
    availableOn: startOfDay(sandbox.clock.now()),
    payout: null,
  });
}
