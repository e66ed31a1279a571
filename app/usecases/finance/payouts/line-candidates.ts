import type { LineSubjects } from "#db/queries/money/payouts/line-subjects.ts";
import type { FetchedLine } from "#db/queries/money/payouts/lines.ts";
import type { LineCandidate } from "../match-payout.ts";

const bySource = <Subject extends { sourceId: string }>(subjects: readonly Subject[]) =>
  new Map(subjects.map((subject) => [subject.sourceId, subject]));

/** Lays out what was read of lines' subjects, so that each line of a payout finds its own. */
export function candidatesFrom(
  payoutId: string,
  subjects: LineSubjects,
): (line: FetchedLine) => LineCandidate {
  const payments = Map.groupBy(subjects.payments, ({ chargeId }) => chargeId);
  const refunds = bySource(subjects.refunds);
  const disputes = bySource(subjects.disputes);
  const payouts = bySource(subjects.payouts);
  const carried = new Set(subjects.carried.map(({ type, sourceId }) => `${type} ${sourceId}`));
  return ({ type, sourceId, chargeId }) => {
    const source = sourceId ?? "";
    const paid = payments.get(chargeId ?? "") ?? [];
    const first = paid.reduce<(typeof paid)[number] | null>(
      (least, one) => (least && least.paymentId < one.paymentId ? least : one),
      null,
    );
    const [refund, dispute] = [refunds.get(source), disputes.get(source)];
    const owner = first ?? refund ?? dispute;
    const other = source === payoutId ? undefined : payouts.get(source);
    return {
      payments: paid.length,
      payment: owner
        ? {
            customerId: owner.customerId,
            paymentId: owner.paymentId,
            invoiceId: owner.invoiceId,
            received: first?.received ?? 0,
            status: first?.status ?? "",
          }
        : null,
      refund: refund
        ? {
            refundId: refund.refundId,
            amount: refund.amount,
            status: refund.status,
            isBooked: refund.madeOn !== null,
          }
        : null,
      dispute: dispute ? { disputeId: dispute.disputeId, lines: dispute.lines ?? [] } : null,
      payout: other ? { isBooked: other.isBooked, isReturned: other.isReturned } : null,
      isCarried: sourceId !== null && carried.has(`${type} ${sourceId}`),
    };
  };
}
