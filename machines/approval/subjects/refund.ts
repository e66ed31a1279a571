import { z } from "zod";
import { machineId, yenAmount } from "../../engine/fields.ts";
import { derivedId } from "../../engine/hash.ts";
import type { ApprovalSubject } from "../subject.ts";

const params = z
  .object({
    invoiceId: machineId,
    /** The card payment that it goes back to; null where it goes by bank transfer. */
    paymentId: machineId.nullable(),
    amount: yenAmount.min(1),
    /** Whether nothing but what was paid too much goes back: else the debt opens again. */
    fromCredit: z.boolean(),
  })
  .refine(({ paymentId, fromCredit }) => paymentId !== null || fromCredit, {
    message: "a transfer pays back a credit only",
  });

/** What a refund is asked for with. */
export type RefundParams = z.infer<typeof params>;

/** The refund that an approval becomes. */
export const refundIdOf = (approvalId: string) => derivedId(approvalId, "refund");

/** Money that is paid back (返金): to the card by Stripe, or by a bank transfer that finance makes. */
export const refund: ApprovalSubject<RefundParams> = {
  params,
  amountOf: ({ amount }) => amount,
  clauseOf: () => "A12.2",
  invoiceOf: ({ invoiceId }) => invoiceId,
  carryOut: (asked, { approvalId, reason }) => ({
    ...{ kind: "refund", machineId: refundIdOf(approvalId) },
    event: { type: "create", ...asked, approvalId, reason },
    required: true,
  }),
};
