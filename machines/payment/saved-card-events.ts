import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { plainText } from "../engine/fields.ts";

/** What a payment by saved card takes beside what every payment takes. */
export const savedCardEvents = [
  /** The issuer wants its cardholder (3-D Secure) before it lets the charge through. */
  z.object({ type: z.literal("actionRequired"), code: plainText, intentId: plainText }),
  /** No charge was made at all: the card is gone, or what is owed has changed meanwhile. */
  z.object({ type: z.literal("chargeRefused"), code: plainText }),
  /** The cardholder did not come, or wants to pay in another way: the charge is taken back at Stripe. */
  z.object({ type: z.literal("giveUp") }),
] as const;

export const savedCardSenders = {
  actionRequired: ["stripe"],
  chargeRefused: ["portal"],
  giveUp: ["timer", "owner", "billing"],
} as const satisfies Record<string, readonly Sender[]>;
