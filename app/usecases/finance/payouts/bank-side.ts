import type { Temporal } from "temporal-polyfill";
import type { Handle } from "#db/client.ts";
import { findReceipt } from "#db/queries/money/bank/receipts.ts";
import { readPayoutDeposits } from "#db/queries/money/payouts/receipts.ts";
import type { PayoutRow } from "#db/queries/money/write-payout.ts";
import { dayOf } from "#machines/calendar.ts";
import { isStripe } from "./stripe-payer.ts";

/** A line of a bank's file as the page of a payout names it. ISO day. */
export interface BankLineView {
  receiptId: string;
  valueDay: string;
  payer: string;
  fileName: string;
  line: number;
}

/**
 * How a payout stands at the bank.
 * - `came`: this line is its money; where it `isReturned`, that went back again
 * - `missing`: no line is known, so many days after it was to arrive
 * - `returned`: it came back before a line of it was known
 * - `debit`: it took money from the bank
 * - `unbooked`: its lines don't add up, or it came to nothing
 *
 * `likely` are lines that wait for a decision and may be it.
 */
export type BankSide =
  | { state: "came"; line: BankLineView; isReturned: boolean }
  | { state: "missing"; ageDays: number; likely: BankLineView[] }
  | { state: "returned"; likely: BankLineView[] }
  | { state: "debit" | "unbooked" };

async function lineOf(tx: Handle, receiptId: string): Promise<BankLineView> {
  const found = await findReceipt(tx, receiptId);
  if (!found) throw new Error(`The receipt ${receiptId} is gone.`);
  const { valueDay, payer, fileName, line } = found;
  return { receiptId, valueDay, payer: payer.normalize("NFKC"), fileName, line };
}

/** Lines that wait for a decision and may be a payout's money: its line before, or Stripe's of that amount. */
async function likelyLines(tx: Handle, { payoutId, amount }: PayoutRow): Promise<BankLineView[]> {
  const lines: BankLineView[] = [];
  for (const deposit of await readPayoutDeposits(tx, "open")) {
    if (deposit.amount !== amount) continue;
    if (deposit.lastPayoutId !== payoutId && !isStripe(deposit.payer)) continue;
    lines.push(await lineOf(tx, deposit.receiptId));
  }
  return lines;
}

/** Reads how a payout stands at the bank as of a day in Tokyo, under the role of staff. */
export async function readBankSide(
  tx: Handle,
  row: PayoutRow,
  today: Temporal.PlainDate,
): Promise<BankSide> {
  const { amount, arrivalDay, receiptId, returnedOn, ledgerTransactionId } = row;
  if (receiptId !== null) {
    return { state: "came", line: await lineOf(tx, receiptId), isReturned: returnedOn !== null };
  }
  if (amount < 0) return { state: "debit" };
  if (ledgerTransactionId === null) return { state: "unbooked" };
  const likely = await likelyLines(tx, row);
  if (returnedOn !== null) return { state: "returned", likely };
  const { days } = dayOf(arrivalDay).until(today, { largestUnit: "days" });
  return { state: "missing", ageDays: Math.max(0, days), likely };
}
