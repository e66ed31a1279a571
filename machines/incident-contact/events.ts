import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { machineId } from "../engine/fields.ts";

/** Every event that a person entitled to incident information takes. */
export const incidentContactEvents = z.discriminatedUnion("type", [
  /** Only with the word that the person was bound to secrecy. */
  z.object({ type: z.literal("name"), contractId: machineId, isBound: z.literal(true) }),
  z.object({ type: z.literal("remove") }),
]);

export type IncidentContactEvent = z.infer<typeof incidentContactEvents>;

const owner: readonly Sender[] = ["owner"];

export const incidentContactSenders: Record<IncidentContactEvent["type"], readonly Sender[]> = {
  name: owner,
  remove: owner,
};
