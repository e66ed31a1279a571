import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { plainText } from "../engine/fields.ts";

/** As it is written on the device: capital letters, figures and dashes. */
export const serialNumber = z
  .string()
  .min(3)
  .max(40)
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);

const reason = plainText.min(1);

/** Every event that a device of the stock takes. */
export const stockDeviceEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("register"),
    serialNumber,
    model: plainText.min(1).max(80),
    menuCode: z.string().min(1).max(40),
  }),
  z.object({ type: z.literal("makeAvailable") }),
  z.object({ type: z.literal("sendToRepair"), reason }),
  z.object({ type: z.literal("retire"), reason }),
]);

export type StockDeviceEvent = z.infer<typeof stockDeviceEvents>;

export const stockDeviceSenders: Record<StockDeviceEvent["type"], readonly Sender[]> = {
  register: ["operations"],
  makeAvailable: ["operations"],
  sendToRepair: ["operations"],
  retire: ["operations"],
};
