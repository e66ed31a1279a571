import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { plainText } from "../engine/fields.ts";

/** The customer disputes the invoice (異議), as finance records it, until it says how that ended. */
export const disputeEvents = [
  z.object({ type: z.literal("dispute"), reason: plainText.min(1) }),
  z.object({ type: z.literal("endDispute"), reason: plainText.min(1) }),
] as const;

export const disputeSenders = {
  dispute: ["finance"],
  endDispute: ["finance"],
} as const satisfies Record<string, readonly Sender[]>;
