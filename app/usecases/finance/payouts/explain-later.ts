import { currentPortal } from "#app/portal.ts";
import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
import { writeVerdicts } from "#db/queries/money/payouts/lines.ts";
import { findPayout, writePayoutBooking } from "#db/queries/money/write-payout.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { bookLater } from "../match-payout.ts";
import { readExplicable } from "./judge-lines.ts";

/**
 * Looks once more at the lines of a booked payout that nothing explained, and takes out of suspense what a refund,
 * a dispute or a payment explains by now. Gives how many lines it was.
 */
export async function explainLater(payoutId: string): Promise<number> {
  const { database, clock } = currentPortal();
  const recordedAt = await clock.now();
  const day = tokyoDayText(recordedAt.toISOString());
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    await lockCustomers(tx, [operatorCustomerId]);
    const row = await findPayout(tx, payoutId);
    if (!row?.ledgerTransactionId) return 0;
    const found = await readExplicable(tx, row);
    await writeVerdicts(
      tx,
      payoutId,
      found.map(({ verdict }) => verdict),
    );
    for (const { line, verdict } of found) {
      const { amount, fee, net } = line;
      const { state, reason } = verdict;
      const postings = bookLater({ state, reason, amount, fee, net });
      if (postings.length === 0) continue;
      const name = `payout/${payoutId}/${line.lineId}`;
      await writePayoutBooking(tx, {
        ...{ customerId: operatorCustomerId, transactionId: derivedId(operatorCustomerId, name) },
        ...{ kind: "payoutMatched", day, recordedAt, postings },
      });
    }
    return found.length;
  });
}
