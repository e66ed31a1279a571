import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, plainText } from "../engine/fields.ts";
import { worded, written } from "../matters/fields.ts";

/** How a company's name came to change: by no succession, by merger (合併) or by split (会社分割). */
export const successions = ["none", "merger", "split"] as const;

/** Every event that a change of registered information takes. */
export const informationChangeEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("report"),
    /** Whether the company passed into another one, or came out of one (A13.1(1)). */
    about: z.enum(successions),
    /** The day from which the new values hold. */
    happenedOn: isoDay,
    /** The members that change; what they were and are lies outside the log. */
    fields: z.array(plainText).min(1).max(20),
    noteId: machineId.nullable(),
    files: written.files,
  }),
  z.object({ type: z.literal("askEvidence"), ...worded }),
  z.object({ type: z.literal("addEvidence"), ...written }),
  z.object({ type: z.literal("apply") }),
  z.object({ type: z.literal("refuse"), ...worded }),
  z.object({ type: z.literal("withdraw") }),
]);

export type InformationChangeEvent = z.infer<typeof informationChangeEvents>;

const operations: readonly Sender[] = ["operations"];
const owner: readonly Sender[] = ["owner"];

export const informationChangeSenders: Record<InformationChangeEvent["type"], readonly Sender[]> = {
  report: owner,
  askEvidence: operations,
  addEvidence: owner,
  apply: operations,
  refuse: operations,
  withdraw: owner,
};
