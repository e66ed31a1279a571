import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { machineId } from "../engine/fields.ts";

/** By what an invoice is paid from a saved card by itself (自動決済). */
export const collectionEvents = [
  /** Some days before the due day, and on it: whether there is a card is found out after the commit. */
  z.object({ type: z.literal("chargeNears") }),
  z.object({ type: z.literal("chargeDue") }),
  /** There is one: the customer is told before, and it is charged on the day. */
  z.object({ type: z.literal("announceCharge"), cardId: machineId }),
  z.object({ type: z.literal("startCharge"), paymentId: machineId, cardId: machineId }),
  /** There is one, and something else seems to be on its way: it is charged on a later day, if at all. */
  z.object({ type: z.literal("holdCharge"), cardId: machineId }),
  /** The customer pays this invoice by hand, or by its card after all. */
  z.object({ type: z.literal("stopCharge") }),
  z.object({ type: z.literal("resumeCharge") }),
] as const;

export const collectionSenders = {
  chargeNears: ["timer"],
  chargeDue: ["timer"],
  announceCharge: ["portal"],
  startCharge: ["portal"],
  holdCharge: ["portal"],
  stopCharge: ["owner", "billing"],
  resumeCharge: ["owner", "billing"],
} as const satisfies Record<string, readonly Sender[]>;
