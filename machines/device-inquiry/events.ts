import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId } from "../engine/fields.ts";
import { asked, remind, worded, written } from "../matters/fields.ts";

/** What the operator asks about a device (A8.4): to look it over, to report on it, to attach the label (A8.2). */
export const inquiryKinds = ["inspection", "report", "label"] as const;

/** Every event that an inquiry about a lent device takes. */
export const deviceInquiryEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("ask"),
    about: z.enum(inquiryKinds),
    loanId: machineId,
    ...asked,
  }),
  z.object({ type: z.literal("answer"), ...written }),
  z.object({ type: z.literal("accept") }),
  z.object({ type: z.literal("askAgain"), ...worded, dueOn: isoDay }),
  z.object({ type: z.literal("withdraw") }),
  remind,
]);

export type DeviceInquiryEvent = z.infer<typeof deviceInquiryEvents>;

const operations: readonly Sender[] = ["operations"];
const customer: readonly Sender[] = ["owner", "technical"];
const timer: readonly Sender[] = ["timer"];

export const deviceInquirySenders: Record<DeviceInquiryEvent["type"], readonly Sender[]> = {
  ask: operations,
  answer: customer,
  accept: operations,
  askAgain: operations,
  withdraw: operations,
  remind: timer,
};
