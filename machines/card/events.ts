import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { machineId, plainText } from "../engine/fields.ts";

const face = z.object({
  brand: plainText,
  last4: z.string().regex(/^\d{4}$/),
  expMonth: z.int().min(1).max(12),
  expYear: z.int().min(2000).max(2099),
});

/** Every event that a saved card takes. */
export const cardEvents = z.discriminatedUnion("type", [
  /** Somebody consents to automatic payment in a wording and goes to Stripe to enter the card. */
  z.object({ type: z.literal("save"), consentVersion: plainText.min(1) }),
  z.object({
    type: z.literal("sessionOpened"),
    sessionId: plainText,
    expiresAt: z.iso.datetime(),
  }),
  z.object({ type: z.literal("sessionRefused"), code: plainText }),
  z.object({ type: z.literal("abandon") }),
  z.object({ type: z.literal("lookUp") }),
  z.object({ type: z.literal("expire") }),
  /** Its holder authenticated it at Stripe, where it is kept from now on. */
  z.object({ type: z.literal("saved"), methodId: plainText.min(1), face }),
  /** The card network, or somebody at Stripe, renewed its number or its last month. */
  z.object({ type: z.literal("change"), face }),
  z.object({ type: z.literal("warn"), id: plainText }),
  z.object({ type: z.literal("lapse") }),
  /** Its issuer refused a payment for good. */
  z.object({ type: z.literal("decline"), paymentId: machineId, code: plainText }),
  z.object({ type: z.literal("detach") }),
  z.object({ type: z.literal("remove") }),
  z.object({ type: z.literal("replace"), by: machineId }),
]);

export type CardEvent = z.infer<typeof cardEvents>;

export const cardSenders: Record<CardEvent["type"], readonly Sender[]> = {
  save: ["owner", "billing"],
  sessionOpened: ["portal"],
  sessionRefused: ["portal"],
  abandon: ["timer"],
  lookUp: ["timer"],
  expire: ["stripe"],
  saved: ["stripe"],
  change: ["stripe"],
  warn: ["timer"],
  lapse: ["timer"],
  decline: ["machine"],
  detach: ["stripe"],
  remove: ["owner", "billing"],
  replace: ["machine"],
};
