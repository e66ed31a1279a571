import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";

/** Every event that a refund takes. Amounts are yen, days ISO. */
export const refundEvents = z.discriminatedUnion("type", [
  /** Finance wants money paid back, and a second person has agreed. */
  z
    .object({
      type: z.literal("create"),
      approvalId: machineId,
      invoiceId: machineId,
      /** The card payment that it goes back to; null where it goes by bank transfer. */
      paymentId: machineId.nullable(),
      amount: yenAmount.min(1),
      /** Whether nothing but what was paid too much may go back: else the debt opens again. */
      fromCredit: z.boolean(),
      reason: plainText.min(1),
    })
    .refine(({ paymentId, fromCredit }) => paymentId !== null || fromCredit, {
      message: "a transfer pays back a credit only",
    }),
  /** Somebody made it at Stripe itself: the portal hears of it afterwards. */
  z.object({
    type: z.literal("find"),
    invoiceId: machineId,
    paymentId: machineId,
    amount: yenAmount.min(1),
    stripeRefundId: plainText,
    /** The day on which Stripe took it out of the balance. */
    madeOn: isoDay,
  }),
  z.object({ type: z.literal("made"), stripeRefundId: plainText, madeOn: isoDay }),
  z.object({ type: z.literal("succeed") }),
  z.object({ type: z.literal("fail"), code: plainText }),
  /** Stripe did not take it: nothing has moved. */
  z.object({ type: z.literal("refuse"), code: plainText }),
  z.object({ type: z.literal("transferred"), transferredOn: isoDay }),
  /** The bank transfer could not be made, or came back. */
  z.object({ type: z.literal("transferFailed"), reason: plainText.min(1) }),
  /** What finance did about one that failed. */
  z.object({ type: z.literal("closeFailure"), note: plainText.min(1) }),
  /** More went back than was left of the payment, as its own books say. */
  z.object({ type: z.literal("exceeds"), amount: yenAmount.min(1) }),
  z.object({ type: z.literal("lookUp") }),
]);

export type RefundEvent = z.infer<typeof refundEvents>;

export const refundSenders: Record<RefundEvent["type"], readonly Sender[]> = {
  create: ["machine"],
  find: ["stripe"],
  made: ["stripe"],
  succeed: ["stripe"],
  fail: ["stripe"],
  refuse: ["portal"],
  transferred: ["finance"],
  transferFailed: ["finance"],
  closeFailure: ["finance"],
  exceeds: ["machine"],
  lookUp: ["timer"],
};
