import type { BalanceLine, PayoutSummary } from "#app/gateways/payments.ts";
import type { Account, Posting } from "#machines/engine/outgoing.ts";

/** Why a line is where it is; the pages have words for each, with what to do. */
export type LineReason =
  | "charge"
  | "stripeFee"
  | "payout"
  | "noPayment"
  | "severalPayments"
  | "notSettled"
  | "amountDiffers"
  | "paidOutBefore"
  | "arithmetic"
  | "payoutDiffers"
  | "refund"
  | "refundFailure"
  | "dispute"
  | "disputeReversal"
  | "adjustment"
  | "payoutFailure"
  | "manualPayout"
  | "unknownType";

/** A payment as far as matching needs it. */
export interface MatchablePayment {
  customerId: string;
  paymentId: string;
  invoiceId: string;
  chargeId: string;
  /** Yen. */
  amount: number;
  status: string;
  /** Another payout that already carried this charge. */
  paidOutBy: string | null;
}

export interface MatchedLine extends BalanceLine {
  state: "matched" | "explained" | "exception";
  reason: LineReason;
  payment: MatchablePayment | null;
}

export interface MatchedPayout {
  lines: MatchedLine[];
  /** Yen by which the lines miss the payout's amount. */
  difference: number;
  /** Balanced; null while the lines don't add up to the payout, for then one of the two is wrong. */
  postings: Posting[] | null;
}

const exceptions: Readonly<Record<string, LineReason>> = {
  refund: "refund",
  payment_refund: "refund",
  refund_failure: "refundFailure",
  payment_failure_refund: "refundFailure",
  payout_failure: "payoutFailure",
  payout_cancel: "payoutFailure",
};

const feeTypes = new Set(["stripe_fee", "stripe_fx_fee", "tax_fee"]);

type Verdict = Pick<MatchedLine, "state" | "reason" | "payment">;

const exception = (reason: LineReason, payment: MatchablePayment | null = null): Verdict => ({
  state: "exception",
  reason,
  payment,
});

function judgeCharge(line: BalanceLine, payments: readonly MatchablePayment[]): Verdict {
  const [payment] = payments;
  if (!payment) return exception("noPayment");
  if (payments.length > 1) return exception("severalPayments");
  if (payment.status !== "succeeded") return exception("notSettled", payment);
  if (payment.amount !== line.amount) return exception("amountDiffers", payment);
  if (payment.paidOutBy !== null) return exception("paidOutBefore", payment);
  return { state: "matched", reason: "charge", payment };
}

function judge(
  payout: PayoutSummary,
  line: BalanceLine,
  payments: readonly MatchablePayment[],
): Verdict {
  if (line.amount - line.fee !== line.net) return exception("arithmetic");
  if (line.type === "charge" || line.type === "payment") return judgeCharge(line, payments);
  if (feeTypes.has(line.type)) return { state: "explained", reason: "stripeFee", payment: null };
  if (line.type === "payout") {
    const isIts = line.net === -payout.amount;
    return isIts
      ? { state: "explained", reason: "payout", payment: null }
      : exception("payoutDiffers");
  }
  const payment = payments.length === 1 ? (payments[0] ?? null) : null;
  if (line.type === "adjustment") {
    // Stripe books a dispute as an adjustment: out with its fee, and back in if it is won.
    if (line.chargeId === null) return exception("adjustment");
    return exception(line.amount < 0 ? "dispute" : "disputeReversal", payment);
  }
  return exception(exceptions[line.type] ?? "unknownType", payment);
}

/** A second line about a charge that another one of the same payout has matched. */
function refuseSecond(lines: MatchedLine[]): MatchedLine[] {
  const seen = new Set<string>();
  return lines.map((line) => {
    if (line.state !== "matched" || line.chargeId === null) return line;
    if (seen.has(line.chargeId)) return { ...line, ...exception("paidOutBefore", line.payment) };
    seen.add(line.chargeId);
    return line;
  });
}

/** Debits for positive amounts, credits for negative ones; zeros are left out. */
function postingsOf(signed: Record<string, number>): Posting[] {
  return Object.entries(signed).flatMap(([account, amount]): Posting[] => {
    if (amount === 0) return [];
    const debit = Math.max(amount, 0);
    return [{ account: account as Account, debit, credit: Math.max(-amount, 0) }];
  });
}

function book(payout: PayoutSummary, lines: readonly MatchedLine[]): Posting[] {
  const signed = { bank: payout.amount, stripeFees: 0, stripeClearing: 0, suspense: 0 };
  for (const { state, reason, amount, fee, net } of lines) {
    if (reason === "payout") continue;
    if (reason === "stripeFee") signed.stripeFees -= net;
    else if (state === "matched") {
      signed.stripeClearing -= amount;
      signed.stripeFees += fee;
    } else signed.suspense -= net;
  }
  return postingsOf(signed);
}

/** A manual payout keeps no link to what it carries: its whole amount waits for an explanation. */
function matchManual(payout: PayoutSummary): MatchedPayout {
  const { payoutId, amount } = payout;
  const line = {
    ...{ lineId: `${payoutId}/manual`, type: "payout", amount, fee: 0, net: amount },
    ...{ sourceId: payoutId, chargeId: null, ...exception("manualPayout") },
  };
  return { lines: [line], difference: 0, postings: book(payout, [line]) };
}

/**
 * Explains a payout line by line and books it: the bank gets the payout, Stripe's fees are a cost,
 * the clearing account loses what was charged, and what is not explained goes to suspense.
 *
 * @param payments every payment whose charge one of the lines is about
 */
export function matchPayout(
  payout: PayoutSummary,
  balanceLines: readonly BalanceLine[],
  payments: readonly MatchablePayment[],
): MatchedPayout {
  if (!payout.automatic) return matchManual(payout);
  const lines = refuseSecond(
    balanceLines.map((line) => {
      const its = payments.filter(({ chargeId }) => chargeId === line.chargeId);
      return { ...line, ...judge(payout, line, its) };
    }),
  );
  const carried = lines.filter(({ type }) => type !== "payout");
  const difference = payout.amount - carried.reduce((sum, { net }) => sum + net, 0);
  const isWhole = difference === 0 && lines.every(({ reason }) => reason !== "payoutDiffers");
  return { lines, difference, postings: isWhole ? book(payout, lines) : null };
}
