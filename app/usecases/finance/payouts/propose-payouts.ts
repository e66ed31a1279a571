import { isNearArrival, isStripe } from "./stripe-payer.ts";

/** A payout that is booked and whose line at the bank is not known. Yen, ISO days. */
export interface PayoutAtBank {
  payoutId: string;
  amount: number;
  arrivalDay: string;
  /** Whether Stripe says that the bank did not take it after all. */
  isReturned: boolean;
}

/** A receipt as far as a payout is looked for. */
export interface Deposit {
  receiptId: string;
  amount: number;
  payer: string;
  valueDay: string;
}

/** Why a receipt may be a payout, or why that is not sure; the pages have words for each. */
export type PayoutReason =
  | "exactAmount"
  | "stripePayer"
  | "nearArrival"
  | "payoutReturned"
  | "payoutTie";

export interface PayoutProposal extends PayoutAtBank {
  reasons: PayoutReason[];
  /** 0 to 100. */
  confidence: number;
}

const weights: Readonly<Record<PayoutReason, number>> = {
  ...{ exactAmount: 50, stripePayer: 30, nearArrival: 15, payoutReturned: 0, payoutTie: 0 },
};

/** What a person looks at, however much speaks for it. */
const unsure = 70;

const weigh = (reasons: readonly PayoutReason[]) =>
  reasons.reduce((sum, reason) => sum + weights[reason], 0);

/**
 * Which payouts a receipt may be, the surest first: of the same amount, paid by Stripe, and on about the day that
 * Stripe announced. One that came back, or one beside another that is as likely, is never sure.
 *
 * @param payouts those whose line at the bank is not known
 */
export function payoutProposals(
  { amount, payer, valueDay }: Pick<Deposit, "amount" | "payer" | "valueDay">,
  payouts: readonly PayoutAtBank[],
): PayoutProposal[] {
  if (amount <= 0) return [];
  const isItsPayer = isStripe(payer);
  const fitting = payouts
    .filter((payout) => payout.amount === amount)
    .map((payout) => {
      const reasons: PayoutReason[] = ["exactAmount"];
      if (isItsPayer) reasons.push("stripePayer");
      if (isNearArrival(valueDay, payout.arrivalDay)) reasons.push("nearArrival");
      return { payout, reasons, weight: weigh(reasons) };
    });
  const most = Math.max(0, ...fitting.map(({ weight }) => weight));
  const rivals = fitting.filter(({ weight }) => weight === most).length;
  const proposals = fitting.map(({ payout, reasons, weight }): PayoutProposal => {
    const doubts: PayoutReason[] = [
      ...(payout.isReturned ? (["payoutReturned"] as const) : []),
      ...(rivals > 1 && weight === most ? (["payoutTie"] as const) : []),
    ];
    const confidence = doubts.length > 0 ? Math.min(unsure, weight) : weight;
    return { ...payout, reasons: [...reasons, ...doubts], confidence };
  });
  return proposals.toSorted(
    (one, other) =>
      other.confidence - one.confidence ||
      (one.arrivalDay === other.arrivalDay
        ? one.payoutId.localeCompare(other.payoutId)
        : other.arrivalDay.localeCompare(one.arrivalDay)),
  );
}

/**
 * The payout that came back although a receipt says that it came in: the one that the receipt was matched to, or
 * one for which all else speaks. Null where there is none.
 *
 * @param lastPayoutId the payout that the receipt was matched to before that was undone
 */
export function contradictedBy(
  proposals: readonly PayoutProposal[],
  lastPayoutId: string | null,
): PayoutProposal | null {
  const returned = proposals.filter(({ isReturned }) => isReturned);
  const before = returned.find(({ payoutId }) => payoutId === lastPayoutId);
  const evident = returned.find(
    ({ reasons }) => reasons.includes("stripePayer") && reasons.includes("nearArrival"),
  );
  return before ?? evident ?? null;
}

/**
 * The receipts that are surely a payout's money, each with that payout. Where two receipts may be one payout, a
 * person decides on both.
 *
 * @param deposits those on which nobody has decided
 * @param confident from this confidence on a receipt is matched by itself
 */
export function surePayouts<One extends Deposit>(
  deposits: readonly One[],
  payouts: readonly PayoutAtBank[],
  confident: number,
): { deposit: One; proposal: PayoutProposal }[] {
  const sure = deposits.flatMap((deposit) => {
    const [proposal] = payoutProposals(deposit, payouts);
    return proposal && proposal.confidence >= confident ? [{ deposit, proposal }] : [];
  });
  const claims = Map.groupBy(sure, ({ proposal }) => proposal.payoutId);
  return sure.filter(({ proposal }) => claims.get(proposal.payoutId)?.length === 1);
}
