import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { plainText, yenAmount } from "../engine/fields.ts";

/** What finance decides about damages: `amount` is what it saw, in yen, so that it decides on no other. */
export const damagesEvents = [
  z.object({ type: z.literal("claimDamages"), amount: yenAmount.min(1) }),
  z.object({ type: z.literal("waiveDamages"), amount: yenAmount.min(1), reason: plainText.min(1) }),
] as const;

export const damagesSenders = {
  claimDamages: ["finance"],
  waiveDamages: ["finance"],
} as const satisfies Record<string, readonly Sender[]>;
