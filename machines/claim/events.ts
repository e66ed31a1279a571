import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId } from "../engine/fields.ts";
import { worded, written } from "../matters/fields.ts";

/** What somebody claims: a lent device (A8.3), or rights that the service is said to infringe (A26.1). */
export const claimKinds = ["device", "intellectualProperty"] as const;

/** Why the customer resolves a dispute itself: it caused it, or it is about rights abroad (A26.2). */
export const exclusions = ["customersCause", "outsideJapan"] as const;

/** Every event that the notice of somebody's claim takes. */
export const claimEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("report"),
    about: z.enum(claimKinds),
    contractId: machineId,
    /** The device that somebody claims. */
    loanId: machineId.nullable(),
    happenedOn: isoDay,
    grantsAuthority: z.boolean(),
    ...written,
  }),
  z.object({ type: z.literal("supplement"), grantsAuthority: z.boolean(), ...written }),
  /** The receipt of the notice, by staff. */
  z.object({ type: z.literal("acknowledge") }),
  z.object({ type: z.literal("defend"), ...worded }),
  z.object({ type: z.literal("exclude"), ground: z.enum(exclusions), ...worded }),
  z.object({ type: z.literal("close"), ...worded }),
]);

export type ClaimEvent = z.infer<typeof claimEvents>;

const operations: readonly Sender[] = ["operations"];
const customer: readonly Sender[] = ["owner", "technical"];

export const claimSenders: Record<ClaimEvent["type"], readonly Sender[]> = {
  report: customer,
  supplement: customer,
  acknowledge: operations,
  defend: operations,
  exclude: operations,
  close: operations,
};
