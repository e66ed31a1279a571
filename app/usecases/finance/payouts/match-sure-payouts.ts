import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { matchPayoutReceipt } from "#app/workflow/payout-receipt.ts";
import {
  readPayoutDeposits,
  readPayoutsWithoutReceipt,
} from "#db/queries/money/payouts/receipts.ts";
import { dayOf, tokyoDayText } from "#machines/calendar.ts";
import { policyOn } from "#machines/terms/policy.ts";
import { surePayouts } from "./propose-payouts.ts";

/** Matches what is sure now. One match may make another sure, so that it is asked again. */
async function matchOnce(receivedAt: string): Promise<number> {
  const { database } = currentPortal();
  const { deposits, payouts } = await database.transaction({ role: "portal_staff" }, async (tx) => {
    const found = await readPayoutDeposits(tx, "undecided");
    const amounts = found.map(({ amount }) => amount);
    return { deposits: found, payouts: await readPayoutsWithoutReceipt(tx, amounts) };
  });
  const { confidentMatch } = policyOn(dayOf(tokyoDayText(receivedAt)));
  let matched = 0;
  for (const { deposit, proposal } of surePayouts(deposits, payouts, confidentMatch)) {
    const { payoutId, confidence, reasons } = proposal;
    const decision = {
      ...{
        receiptId: deposit.receiptId,
        seq: 1,
        kind: "matched" as const,
        matchId: null,
        payoutId,
      },
      ...{ confidence, reasons, note: null, decidedBy: null, decidedAt: new Date(receivedAt) },
    };
    const against = await database.transaction({ role: "portal_engine" }, (tx) =>
      matchPayoutReceipt(tx, deposit, payoutId, decision),
    );
    if (against === null) matched += 1;
  }
  return matched;
}

/**
 * Matches every line of the bank that is surely a payout's money with that payout, once. It follows upon a file as
 * upon a pull, so that it does not matter which comes first.
 *
 * @returns how many were matched
 * @throws Problem `notAllowed` without the role finance
 */
export async function matchSurePayouts(principal: Principal): Promise<number> {
  asStaff(principal, "finance");
  let matched = 0;
  for (;;) {
    const more = await matchOnce(principal.receivedAt);
    if (more === 0) return matched;
    matched += more;
  }
}
