import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, plainText } from "../engine/fields.ts";
import { longText, scopedMenus } from "../engine/notice-fields.ts";

/** Every event that a discontinuation takes. */
export const discontinuationEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("announce"),
    menus: scopedMenus,
    /** The first day without the menus. */
    firstDayWithout: isoDay,
    textJa: longText.min(1),
    textEn: longText.min(1),
    /** Why it could not be avoided to announce it later than A20.2 asks for; null where it is in time. */
    lateReason: z.object({ ja: plainText.min(1), en: plainText.min(1) }).nullable(),
  }),
  z.object({ type: z.literal("withdraw"), reasonJa: plainText.min(1), reasonEn: plainText.min(1) }),
  /** Once a day: contracts that came into the scope meanwhile are reached. */
  z.object({ type: z.literal("catchUp") }),
  z.object({ type: z.literal("takeEffect") }),
]);

export type DiscontinuationEvent = z.infer<typeof discontinuationEvents>;

export const discontinuationSenders: Record<DiscontinuationEvent["type"], readonly Sender[]> = {
  announce: ["operations"],
  withdraw: ["operations"],
  catchUp: ["timer"],
  takeEffect: ["timer"],
};
