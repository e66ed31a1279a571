import type { Handle } from "#db/client.ts";
import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
import { readDecisions, writeDecision, type DecisionRow } from "#db/queries/money/bank/receipts.ts";
import {
  changePayout,
  findPayout,
  writePayoutBooking,
  type PayoutRow,
} from "#db/queries/money/write-payout.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";

/** A line of a bank's file that is a payout's money. Yen, ISO day. */
export interface PayoutReceipt {
  receiptId: string;
  amount: number;
  valueDay: string;
}

/** Books a match of line and payout, or takes it back; the id comes from both and from the decision. */
async function book(
  tx: Handle,
  kind: "payoutReceived" | "payoutReceiptUndone",
  { payoutId, amount, ledgerTransactionId }: PayoutRow,
  { receiptId, seq, decidedAt }: DecisionRow,
  day: string,
): Promise<void> {
  const name = `payout/${payoutId}/receipt/${receiptId}/${seq}`;
  const transactionId = derivedId(operatorCustomerId, name);
  const [to, from] =
    kind === "payoutReceived"
      ? (["unappliedReceipts", "bank"] as const)
      : (["bank", "unappliedReceipts"] as const);
  await writePayoutBooking(tx, {
    ...{ customerId: operatorCustomerId, transactionId, kind, day, recordedAt: decidedAt },
    of: { machineId: ledgerTransactionId ?? transactionId, seq },
    postings: [
      { account: to, debit: amount, credit: 0 },
      { account: from, debit: 0, credit: amount },
    ],
  });
}

/** The day on which a line was last taken from what it had been matched to: until then that was booked. */
async function lastFreedOn(tx: Handle, receiptId: string): Promise<string> {
  const decisions = await readDecisions(tx, receiptId);
  const freed = decisions.findLast(({ kind }) => kind === "unmatched");
  return freed ? tokyoDayText(freed.decidedAt.toISOString()) : "";
}

/**
 * Notes that a line of a bank's file is the money of a payout. Payout and file have both booked it at the bank: the
 * file's booking is taken back on the day on which the line counts, and what is not applied (仮受金) is less by it.
 *
 * @param decision of the receipt, the next one, naming the payout
 * @returns what stands against it: the payout is not booked or has its line (`payoutGone`), is of another amount,
 *   or somebody has decided on the receipt meanwhile; null where it is done
 */
export async function matchPayoutReceipt(
  tx: Handle,
  receipt: PayoutReceipt,
  payoutId: string,
  decision: DecisionRow,
): Promise<"payoutGone" | "payoutAmount" | "decided" | null> {
  await lockCustomers(tx, [operatorCustomerId]);
  const payout = await findPayout(tx, payoutId);
  if (!payout?.ledgerTransactionId || payout.receiptId) return "payoutGone";
  if (payout.amount !== receipt.amount || payout.amount <= 0) return "payoutAmount";
  const freedOn = await lastFreedOn(tx, receipt.receiptId);
  if (!(await writeDecision(tx, { ...decision, payoutId }))) return "decided";
  await changePayout(tx, payoutId, { receiptId: receipt.receiptId });
  const day = freedOn > receipt.valueDay ? freedOn : receipt.valueDay;
  await book(tx, "payoutReceived", payout, decision, day);
  return null;
}

/**
 * Takes such a match back: the line waits for a decision again, and is booked at the bank as its file says.
 *
 * @param decision of the receipt, the next one, naming the payout
 * @returns false where they are not matched, or somebody has decided meanwhile: nothing is done
 */
export async function freePayoutReceipt(tx: Handle, decision: DecisionRow): Promise<boolean> {
  await lockCustomers(tx, [operatorCustomerId]);
  const payout = decision.payoutId ? await findPayout(tx, decision.payoutId) : null;
  if (!payout || payout.receiptId !== decision.receiptId) return false;
  if (!(await writeDecision(tx, decision))) return false;
  await changePayout(tx, payout.payoutId, { receiptId: null });
  const day = tokyoDayText(decision.decidedAt.toISOString());
  await book(tx, "payoutReceiptUndone", payout, decision, day);
  return true;
}

/**
 * Reopens the match of a payout that came back: the bank's file says that it came in, Stripe that it did not. Gives
 * the number of that decision, 0 where there was no match.
 */
export async function reopenReturned(
  tx: Handle,
  { payoutId, receiptId }: PayoutRow,
  decidedAt: Date,
): Promise<number> {
  if (receiptId === null) return 0;
  const seq = ((await readDecisions(tx, receiptId)).at(-1)?.seq ?? 0) + 1;
  const isFree = await freePayoutReceipt(tx, {
    ...{ receiptId, seq, kind: "unmatched", matchId: null, payoutId, confidence: null },
    ...{ reasons: ["payoutReturned"], note: null, decidedBy: null, decidedAt },
  });
  if (!isFree) throw new Error(`The receipt of payout ${payoutId} was decided on meanwhile.`);
  return seq;
}
