import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { clauseText, isoDay, plainText } from "../engine/fields.ts";
import { longText, reachedScope } from "../engine/notice-fields.ts";

/** Until when it is expected to last, and what customers read of it. */
const course = {
  endsAt: z.iso.datetime().nullable(),
  textJa: longText.min(1),
  textEn: longText.min(1),
};

/** Every event that a restriction takes. */
export const restrictionEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("plan"),
    clause: clauseText,
    scope: reachedScope,
    startsAt: z.iso.datetime(),
    ...course,
  }),
  z.object({ type: z.literal("change"), ...course }),
  z.object({ type: z.literal("callOff") }),
  z.object({ type: z.literal("begin") }),
  /** Once a day: contracts that came into the scope meanwhile are reached. */
  z.object({ type: z.literal("catchUp") }),
  z.object({ type: z.literal("lift") }),
  z.object({ type: z.literal("endReached") }),
  /** The contracts end, since it lasts long and has no prospect (A19.4). */
  z.object({
    type: z.literal("announceEnd"),
    endDay: isoDay,
    refund: z.enum(["none", "unearned"]),
    /** Why there is no prospect, and why the refund is decided so: for staff. */
    ground: plainText.min(1),
    refundReason: plainText.min(1),
  }),
  z.object({ type: z.literal("lastDayOver") }),
]);

export type RestrictionEvent = z.infer<typeof restrictionEvents>;

export const restrictionSenders: Record<RestrictionEvent["type"], readonly Sender[]> = {
  plan: ["operations"],
  change: ["operations"],
  callOff: ["operations"],
  begin: ["timer"],
  catchUp: ["timer"],
  lift: ["operations"],
  endReached: ["timer"],
  announceEnd: ["operations"],
  lastDayOver: ["timer"],
};
