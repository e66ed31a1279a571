import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { plainText } from "../engine/fields.ts";
import { longText, namedMenu } from "../engine/notice-fields.ts";

/** A window of maintenance: two instants, what it touches, and what customers read of it. */
const window = {
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  menus: z.array(namedMenu).min(1).max(100),
  titleJa: plainText.min(1),
  titleEn: plainText.min(1),
  textJa: longText,
  textEn: longText,
};

/** Every event that a maintenance window takes. */
export const maintenanceEvents = z.discriminatedUnion("type", [
  z.object({ type: z.literal("plan"), ...window }),
  z.object({ type: z.literal("change"), ...window }),
  z.object({ type: z.literal("callOff"), reasonJa: plainText.min(1), reasonEn: plainText.min(1) }),
  z.object({ type: z.literal("begin") }),
  z.object({ type: z.literal("finish") }),
]);

export type MaintenanceEvent = z.infer<typeof maintenanceEvents>;

export const maintenanceSenders: Record<MaintenanceEvent["type"], readonly Sender[]> = {
  plan: ["operations"],
  change: ["operations"],
  callOff: ["operations"],
  begin: ["timer"],
  finish: ["timer"],
};
