import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";
import { returnedEvents, returnedSenders } from "./returned-events.ts";
import { savedCardEvents, savedCardSenders } from "./saved-card-events.ts";

/** How a payment is made: by a card entered at Stripe, or by the one that was saved there. */
export const paymentMethods = ["card", "savedCard"] as const;

export type PaymentMethod = (typeof paymentMethods)[number];

/** Every event that a payment takes. */
export const paymentEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("create"),
    invoiceId: machineId,
    amount: yenAmount.min(1),
    method: z.enum(paymentMethods).default("card"),
    /** The saved card that is charged; null where the payer enters one. */
    cardId: machineId.nullable().default(null),
    /** The day on which the invoice would be charged again if this came to nothing. */
    retryDay: isoDay.nullable().default(null),
  }),
  z.object({
    type: z.literal("sessionOpened"),
    sessionId: plainText,
    expiresAt: z.iso.datetime(),
  }),
  z.object({ type: z.literal("sessionRefused"), code: plainText }),
  z.object({
    type: z.literal("attemptFailed"),
    code: plainText,
    intentId: plainText,
    /** What Stripe advises about another attempt, where it does. */
    advice: plainText.nullable().default(null),
  }),
  ...savedCardEvents,
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
  ...returnedEvents,
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
  ...savedCardSenders,
  ...returnedSenders,
};
