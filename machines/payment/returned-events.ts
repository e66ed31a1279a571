import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { machineId, yenAmount } from "../engine/fields.ts";

/** What becomes of money after it came: its refunds and disputes tell, and finance where nothing else does. */
export const returnedEvents = [
  z.object({
    type: z.literal("refund"),
    refundId: machineId,
    amount: yenAmount.min(1),
    /** Whether nothing but what was paid too much may go back. */
    fromCredit: z.boolean(),
    /** Whether it was made at Stripe itself: then it is a fact, whatever is left. */
    isFound: z.boolean(),
  }),
  z.object({ type: z.literal("refundFailed"), refundId: machineId }),
  z.object({ type: z.literal("dispute"), disputeId: machineId, amount: yenAmount.min(1) }),
  z.object({ type: z.literal("disputeWon"), disputeId: machineId }),
  z.object({ type: z.literal("disputeLost"), disputeId: machineId, amount: yenAmount.min(1) }),
  /** Finance takes another amount than was asked for as a payment of the invoice; `amount` is what it saw. */
  z.object({ type: z.literal("take"), amount: yenAmount.min(1) }),
] as const;

export const returnedSenders = {
  refund: ["machine"],
  refundFailed: ["machine"],
  dispute: ["machine"],
  disputeWon: ["machine"],
  disputeLost: ["machine"],
  take: ["finance"],
} as const satisfies Record<string, readonly Sender[]>;
