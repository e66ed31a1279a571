import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId } from "../engine/fields.ts";
import { remind, worded, written } from "../matters/fields.ts";

/** How something was disclosed: marked as confidential in writing, or told (A30.1). */
export const disclosureForms = ["document", "oral"] as const;

const disclosed = {
  about: z.enum(disclosureForms),
  contractId: machineId,
  happenedOn: isoDay,
  isPersonalData: z.boolean(),
  ...written,
};

/** Every event that information disclosed in confidence takes. */
export const confidentialItemEvents = z.discriminatedUnion("type", [
  z.object({ type: z.literal("disclose"), ...disclosed }),
  z.object({ type: z.literal("discloseToCustomer"), ...disclosed }),
  /** What was spoken is named confidential in writing, by the side that told it (A30.1(2)). */
  z.object({ type: z.literal("confirm"), ...written }),
  z.object({ type: z.literal("confirmToCustomer"), ...written }),
  /** An authority wants to know it; the other side is told (A30.3). */
  z.object({ type: z.literal("notifyCompelled"), ...worded }),
  z.object({ type: z.literal("notifyCompelledToCustomer"), ...worded }),
  z.object({ type: z.literal("lapse") }),
  z.object({ type: z.literal("dutyEnded") }),
  remind,
]);

export type ConfidentialItemEvent = z.infer<typeof confidentialItemEvents>;

const operations: readonly Sender[] = ["operations"];
const customer: readonly Sender[] = ["owner", "technical"];
const timer: readonly Sender[] = ["timer"];

export const confidentialItemSenders: Record<ConfidentialItemEvent["type"], readonly Sender[]> = {
  disclose: customer,
  discloseToCustomer: operations,
  confirm: customer,
  confirmToCustomer: operations,
  notifyCompelled: customer,
  notifyCompelledToCustomer: operations,
  lapse: timer,
  dutyEnded: timer,
  remind: timer,
};
