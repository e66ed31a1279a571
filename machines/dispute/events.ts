import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";

/** A movement of Stripe's balance for a dispute: its row, its yen and the fee, and the day. */
const movement = {
  lineId: plainText,
  amount: yenAmount,
  fee: yenAmount,
  movedOn: isoDay,
};

/** Every event that a dispute takes. */
export const disputeEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("open"),
    invoiceId: machineId,
    paymentId: machineId,
    stripeDisputeId: plainText,
    amount: yenAmount.min(1),
    /** The card network's reason, such as "fraudulent". */
    reason: plainText,
    /** ISO instant by which Stripe has to have the evidence; null where none is asked for. */
    evidenceDueAt: z.iso.datetime().nullable(),
  }),
  /** The issuer took the money, and Stripe its fee. */
  z.object({ type: z.literal("withdraw"), ...movement }),
  /** The money, and the fee where Stripe gives it back, came back. */
  z.object({ type: z.literal("reinstate"), ...movement }),
  z.object({ type: z.literal("review") }),
  /** Won, or closed without that the cardholder's bank took anything. */
  z.object({ type: z.literal("win") }),
  z.object({ type: z.literal("lose") }),
  /** So much of it the payment had not left: it went back by another way too. */
  z.object({ type: z.literal("exceeds"), amount: yenAmount.min(1) }),
  /** What finance did about a loss: the debt is asked for again, or written off. */
  z.object({ type: z.literal("closeLoss"), note: plainText.min(1) }),
]);

export type DisputeEvent = z.infer<typeof disputeEvents>;

export const disputeSenders: Record<DisputeEvent["type"], readonly Sender[]> = {
  open: ["stripe"],
  withdraw: ["stripe"],
  reinstate: ["stripe"],
  review: ["stripe"],
  win: ["stripe"],
  lose: ["stripe"],
  exceeds: ["machine"],
  closeLoss: ["finance"],
};
