import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";

/** Every event that a payment takes. */
export const paymentEvents = z.discriminatedUnion("type", [
  z.object({ type: z.literal("create"), invoiceId: machineId, amount: yenAmount.min(1) }),
  z.object({
    type: z.literal("sessionOpened"),
    sessionId: plainText,
    expiresAt: z.iso.datetime(),
  }),
  z.object({ type: z.literal("sessionRefused"), code: plainText }),
  z.object({ type: z.literal("attemptFailed"), code: plainText, intentId: plainText }),
  z.object({ type: z.literal("processing"), intentId: plainText }),
  z.object({
    type: z.literal("settle"),
    intentId: plainText,
    chargeId: plainText,
    amount: yenAmount,
    valueDay: isoDay,
  }),
  z.object({ type: z.literal("expire") }),
  z.object({ type: z.literal("lookUp") }),
  z.object({ type: z.literal("abandon") }),
]);

export type PaymentEvent = z.infer<typeof paymentEvents>;

export const paymentSenders: Record<PaymentEvent["type"], readonly Sender[]> = {
  create: ["machine"],
  sessionOpened: ["portal"],
  sessionRefused: ["portal"],
  attemptFailed: ["stripe"],
  processing: ["stripe"],
  settle: ["stripe"],
  expire: ["stripe"],
  lookUp: ["timer"],
  abandon: ["timer"],
};
