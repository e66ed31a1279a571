import { share, sumYen } from "../money.ts";
import type { InvoiceContext } from "./context.ts";
import type { EarnedFee } from "./earned-fee.ts";
import { notYetEarned } from "./earned-fees.ts";

type Corrected = Pick<
  InvoiceContext,
  "periodStart" | "fees" | "earnedUpTo" | "earned" | "unearned"
>;

/** What a correction takes from revenue and from deferred revenue, in yen, and what the invoice earns from now on. */
interface Correction {
  fromRevenue: number;
  fromDeferred: number;
  after: Pick<InvoiceContext, "fees" | "earned" | "unearned">;
}

/** Of some fees: yen that have been earned by months so far, and those that have not. */
const halvesOf = (context: Corrected, fees: readonly EarnedFee[]) => {
  const deferred = notYetEarned(context, fees);
  return { deferred, earned: sumYen(fees.map(({ amount }) => amount)) - deferred };
};

/**
 * Takes yen without tax out of what an invoice has earned and will earn, as if it had been issued without them: each
 * fee that still earns is less by its share, and what it has earned so far with it. Of the rest, what has been earned
 * goes first, then what is held for the customer (A17.2), then what is left of the fees.
 */
export function corrected(context: Corrected, net: number): Correction {
  const { fees, earned, unearned } = context;
  const before = halvesOf(context, fees);
  const whole = before.deferred + earned + unearned;
  const cut = fees.map((fee) => ({
    ...fee,
    amount: fee.amount - (whole === 0 ? 0 : share(net, Math.min(fee.amount, whole), whole)),
  }));
  const taken = sumYen(fees.map(({ amount }) => amount)) - sumYen(cut.map(({ amount }) => amount));
  let left = net - taken;
  const fromFinished = Math.min(left, Math.max(0, earned - before.earned));
  left -= fromFinished;
  const fromHeld = Math.min(left, unearned);
  left -= fromHeld;
  const rest = cut.map((fee) => {
    const part = Math.min(fee.amount, left);
    left -= part;
    return { ...fee, amount: fee.amount - part };
  });
  const after = halvesOf(context, rest);
  const fromRevenue = before.earned - after.earned + fromFinished;
  const fromDeferred = before.deferred - after.deferred + fromHeld;
  return {
    ...{ fromRevenue, fromDeferred },
    after: {
      fees: rest.filter(({ amount }) => amount > 0),
      ...{ earned: earned - fromRevenue, unearned: unearned - fromHeld },
    },
  };
}
