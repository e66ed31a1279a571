import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
import { changePayout, findPayout, writePayoutBooking } from "#db/queries/money/write-payout.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { log } from "../log.ts";
import { reopenReturned } from "./payout-receipt.ts";
import { failedAnswer, type FactOutcome, type PaymentParts } from "./fact-outcome.ts";

const returned = new Set(["failed", "canceled"]);

/**
 * Notes that a payout that was booked stands otherwise at Stripe now. One that the bank did not take after all is
 * booked back: the money is in Stripe's balance again, until another payout brings it. Where a bank's file had brought
 * it too, that match is reopened.
 *
 * @returns false where it stands as it did
 */
export async function changePayoutStatus(
  { database }: Pick<PaymentParts, "database">,
  recordedAt: Date,
  payoutId: string,
  status: string,
): Promise<boolean> {
  const day = tokyoDayText(recordedAt.toISOString());
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    await lockCustomers(tx, [operatorCustomerId]);
    const row = await findPayout(tx, payoutId);
    if (!row) return false;
    // An event may have told of the return before the payout itself was booked.
    const isBack = returned.has(status) && row.ledgerTransactionId !== null && !row.returnedOn;
    if (row.status === status && !isBack) return false;
    await changePayout(tx, payoutId, { status, ...(isBack ? { returnedOn: day } : {}) });
    if (!isBack || row.amount === 0) return true;
    const seq = await reopenReturned(tx, row, recordedAt);
    const [to, from] =
      row.amount > 0
        ? (["stripeClearing", "bank"] as const)
        : (["bank", "stripeClearing"] as const);
    const yen = Math.abs(row.amount);
    const transactionId = derivedId(operatorCustomerId, `payout/${payoutId}/returned`);
    await writePayoutBooking(tx, {
      customerId: operatorCustomerId,
      ...{ transactionId, kind: "payoutFailed", day, recordedAt },
      of: { machineId: row.ledgerTransactionId ?? transactionId, seq: seq + 1 },
      postings: [
        { account: to, debit: yen, credit: 0 },
        { account: from, debit: 0, credit: yen },
      ],
    });
    log.error({ alarm: "payout", payoutId, status }, "a payout came back from the bank");
    return true;
  });
}

/** Asks Stripe how a payout stands; one that was never pulled waits for finance to do so. */
export async function learnOfPayout(
  parts: PaymentParts,
  payoutId: string,
  receivedAt: string,
): Promise<FactOutcome> {
  const row = await parts.database.transaction({ role: "portal_engine" }, (tx) =>
    findPayout(tx, payoutId),
  );
  if (!row) return { outcome: "nothing", detail: "the payout is not pulled yet" };
  const answer = await parts.payments.readPayout(payoutId);
  if (answer.outcome !== "done") return failedAnswer(answer);
  const { status } = answer.value;
  const isNews = await changePayoutStatus(parts, new Date(receivedAt), payoutId, status);
  return { outcome: isNews ? "applied" : "nothing", detail: `the payout is ${status}` };
}
