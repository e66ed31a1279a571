import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, plainText } from "../engine/fields.ts";

/** What is said about completed work (A11): each names its words, which lie outside the log. */
export const inspectionEvents = [
  z.object({ type: z.literal("reportCompletion"), completedOn: isoDay, noteId: machineId }),
  z.object({ type: z.literal("acceptWork"), noteId: machineId }),
  z.object({ type: z.literal("objectToWork"), noteId: machineId }),
  z.object({ type: z.literal("remindInspection"), id: plainText }),
] as const;

type InspectionEvent = z.infer<(typeof inspectionEvents)[number]>;

const inspects: readonly Sender[] = ["owner", "technical"];

/** Who may say it. */
export const inspectionSenders: Record<InspectionEvent["type"], readonly Sender[]> = {
  reportCompletion: ["operations"],
  acceptWork: inspects,
  objectToWork: inspects,
  remindInspection: ["timer"],
};
