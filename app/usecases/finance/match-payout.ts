import type { BalanceLine } from "#app/gateways/payments.ts";
import type { Account, Posting } from "#machines/engine/outgoing.ts";
import { hasComeIn } from "#machines/payment/came-in.ts";

/** Why a line is where it is; the pages have words for each, with what to do. */
export type LineReason =
  | "charge"
  | "stripeFee"
  | "payout"
  | "otherPayout"
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

/** What the portal knows of the charge, the refund or the dispute that a line is about. Amounts are yen. */
export interface LineCandidate {
  /** How many payments have this charge. */
  payments: number;
  payment: {
    customerId: string;
    paymentId: string;
    invoiceId: string;
    /** What came in. */
    received: number;
    status: string;
  } | null;
  refund: { refundId: string; amount: number; status: string; isBooked: boolean } | null;
  /** `lines` are rows of Stripe's balance that its machine has booked. */
  dispute: { disputeId: string; lines: readonly string[] } | null;
  /** Another payout that the line is about. */
  payout: { isBooked: boolean; isReturned: boolean } | null;
  /** Whether another line has carried the same. */
  isCarried: boolean;
}

/** A line with what became of it, and whose it is. */
export interface JudgedLine {
  lineId: string;
  state: "matched" | "explained" | "exception";
  reason: LineReason;
  customerId: string | null;
  paymentId: string | null;
  invoiceId: string | null;
  subjectId: string | null;
}

const feeTypes = new Set(["stripe_fee", "stripe_fx_fee", "tax_fee"]);
const chargeTypes = new Set(["charge", "payment"]);
const refundTypes: Readonly<Record<string, "refund" | "refundFailure">> = {
  refund: "refund",
  payment_refund: "refund",
  refund_failure: "refundFailure",
  payment_failure_refund: "refundFailure",
};
const returnTypes = new Set(["payout_failure", "payout_cancel"]);

type Verdict = Pick<JudgedLine, "state" | "reason"> & { subjectId?: string | null };

const exception = (reason: LineReason): Verdict => ({ state: "exception", reason });
const matched = (reason: LineReason, subjectId: string | null = null): Verdict => ({
  ...{ state: "matched", reason, subjectId },
});

function judgeCharge(line: BalanceLine, { payment, payments, isCarried }: LineCandidate): Verdict {
  if (!payment) return exception("noPayment");
  if (payments > 1) return exception("severalPayments");
  if (!hasComeIn(payment.status)) return exception("notSettled");
  if (payment.received !== line.amount) return exception("amountDiffers");
  return isCarried ? exception("paidOutBefore") : matched("charge");
}

function judgeRefund(
  line: BalanceLine,
  reason: "refund" | "refundFailure",
  { refund, isCarried }: LineCandidate,
): Verdict {
  const isBack = reason === "refundFailure";
  const amount = isBack ? line.amount : -line.amount;
  if (!refund || !refund.isBooked || refund.amount !== amount) return exception(reason);
  if (isBack && refund.status !== "failed") return exception(reason);
  return isCarried ? exception("paidOutBefore") : matched(reason, refund.refundId);
}

function judgeAdjustment(line: BalanceLine, { dispute }: LineCandidate): Verdict {
  // Stripe books a dispute as an adjustment: out with its fee, and back in if it is won.
  if (line.chargeId === null && !dispute) return exception("adjustment");
  const reason = line.amount < 0 ? "dispute" : "disputeReversal";
  const isBooked = dispute?.lines.includes(line.lineId) ?? false;
  return dispute && isBooked ? matched(reason, dispute.disputeId) : exception(reason);
}

function judge(
  payout: { payoutId: string; amount: number },
  line: BalanceLine,
  candidate: LineCandidate,
): Verdict {
  if (line.amount - line.fee !== line.net) return exception("arithmetic");
  if (chargeTypes.has(line.type)) return judgeCharge(line, candidate);
  if (feeTypes.has(line.type)) return { state: "explained", reason: "stripeFee" };
  if (line.type === "payout") {
    if (line.lineId === `${payout.payoutId}/manual`) return exception("manualPayout");
    if (line.sourceId === payout.payoutId) {
      const isIts = line.net === -payout.amount;
      return isIts ? { state: "explained", reason: "payout" } : exception("payoutDiffers");
    }
    return candidate.payout?.isBooked ? matched("otherPayout") : exception("otherPayout");
  }
  const reason = refundTypes[line.type];
  if (reason) return judgeRefund(line, reason, candidate);
  if (line.type === "adjustment") return judgeAdjustment(line, candidate);
  if (!returnTypes.has(line.type)) return exception("unknownType");
  const isBack = candidate.payout?.isReturned === true && !candidate.isCarried;
  return isBack ? matched("payoutFailure") : exception("payoutFailure");
}

/**
 * Explains a line of a payout by what the portal knows: matched to what it has booked itself, explained, or left
 * to a person.
 */
export function judgeLine(
  payout: { payoutId: string; amount: number },
  line: BalanceLine,
  candidate: LineCandidate,
): JudgedLine {
  const { state, reason, subjectId = null } = judge(payout, line, candidate);
  const { customerId = null, paymentId = null, invoiceId = null } = candidate.payment ?? {};
  return { lineId: line.lineId, state, reason, customerId, paymentId, invoiceId, subjectId };
}

/** Lines of one state and reason, summed up in yen. */
export interface LineSum {
  state: string;
  reason: string;
  amount: number;
  fee: number;
  net: number;
}

/** Debits for positive amounts, credits for negative ones; zeros are left out. */
function postingsOf(signed: Record<string, number>): Posting[] {
  return Object.entries(signed).flatMap(([account, amount]): Posting[] => {
    if (amount === 0) return [];
    const debit = Math.max(amount, 0);
    return [{ account: account as Account, debit, credit: Math.max(-amount, 0) }];
  });
}

/** What is booked with its fee when it happens, or has none: only the net amount is still to clear. */
const booksNet = new Set(["dispute", "disputeReversal", "payoutFailure"]);

function movedBy({ state, reason, amount, fee, net }: LineSum): Record<string, number> {
  if (reason === "payout") return {};
  if (reason === "stripeFee") return { stripeFees: -net };
  if (state !== "matched" || reason === "otherPayout") return { suspense: -net };
  if (booksNet.has(reason)) return { stripeClearing: -net };
  return { stripeClearing: -amount, stripeFees: fee };
}

const add = (signed: Record<string, number>, moved: Record<string, number>) => {
  for (const [account, yen] of Object.entries(moved)) {
    signed[account] = (signed[account] ?? 0) + yen;
  }
};

/**
 * Books a payout by the sums of its lines: the bank gets the payout, Stripe's fees are a cost, the clearing account
 * loses what was charged, and what is not explained goes to suspense (仮勘定).
 *
 * @returns balanced postings; null where the lines miss the payout's amount, by `difference` yen
 */
export function bookPayout(
  amount: number,
  sums: readonly LineSum[],
): { postings: Posting[] | null; difference: number } {
  const carried = sums.filter(({ reason }) => reason !== "payout" && reason !== "payoutDiffers");
  const difference = amount - carried.reduce((sum, { net }) => sum + net, 0);
  const isWhole = difference === 0 && carried.length === sums.filter(isNotOwn).length;
  if (!isWhole) return { postings: null, difference };
  const signed: Record<string, number> = { bank: amount, stripeFees: 0, stripeClearing: 0 };
  for (const sum of carried) add(signed, movedBy(sum));
  return { postings: postingsOf(signed), difference };
}

const isNotOwn = ({ reason }: LineSum) => reason !== "payout";

/** What a line that is explained after its payout was booked moves out of suspense. */
export function bookLater(line: LineSum): Posting[] {
  const signed: Record<string, number> = { suspense: line.net };
  add(signed, movedBy(line));
  return postingsOf(signed);
}
