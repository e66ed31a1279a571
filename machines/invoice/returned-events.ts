import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, yenAmount } from "../engine/fields.ts";

/** Money that had counted for the invoice and goes back, or is disputed with the card's issuer. */
export const returnedEvents = [
  z.object({
    type: z.literal("paymentRefunded"),
    paymentId: machineId,
    refundId: machineId,
    amount: yenAmount.min(1),
    /** Whether nothing but what was paid too much may go back. */
    fromCredit: z.boolean(),
  }),
  /** The refund came to nothing: the money counts as before. */
  z.object({
    type: z.literal("refundReturned"),
    paymentId: machineId,
    refundId: machineId,
    amount: yenAmount.min(1),
    valueDay: isoDay,
  }),
  z.object({
    type: z.literal("paymentDisputed"),
    paymentId: machineId,
    disputeId: machineId,
    amount: yenAmount.min(1),
  }),
  z.object({ type: z.literal("disputeWon"), disputeId: machineId }),
  /** The issuer keeps it: so much of it the payment had left. */
  z.object({
    type: z.literal("disputeLost"),
    paymentId: machineId,
    disputeId: machineId,
    amount: yenAmount,
  }),
] as const;

export const returnedSenders = {
  paymentRefunded: ["machine"],
  refundReturned: ["machine"],
  paymentDisputed: ["machine"],
  disputeWon: ["machine"],
  disputeLost: ["machine"],
} as const satisfies Record<string, readonly Sender[]>;
