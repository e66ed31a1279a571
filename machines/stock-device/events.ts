import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { machineId, plainText } from "../engine/fields.ts";

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
  /** For a loan that waits for a device (A7.1). */
  z.object({ type: z.literal("reserve"), customerId: machineId, loanId: machineId }),
  z.object({ type: z.literal("release"), loanId: machineId }),
  z.object({ type: z.literal("leave"), loanId: machineId }),
  z.object({ type: z.literal("comeBack"), loanId: machineId, isFaulty: z.boolean() }),
  z.object({ type: z.literal("lose"), loanId: machineId }),
  z.object({ type: z.literal("find"), loanId: machineId }),
  /** The loan goes on under another customer (A31.1). */
  z.object({ type: z.literal("passOn"), customerId: machineId, loanId: machineId }),
]);

export type StockDeviceEvent = z.infer<typeof stockDeviceEvents>;

const loan: readonly Sender[] = ["machine"];

export const stockDeviceSenders: Record<StockDeviceEvent["type"], readonly Sender[]> = {
  register: ["operations"],
  makeAvailable: ["operations"],
  sendToRepair: ["operations"],
  retire: ["operations"],
  reserve: ["operations"],
  release: loan,
  leave: loan,
  comeBack: loan,
  lose: loan,
  find: loan,
  passOn: loan,
};
