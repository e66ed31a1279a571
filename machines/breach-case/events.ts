import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId } from "../engine/fields.ts";
import { breachItems } from "../terms/a16-termination.ts";

const contracts = z.array(machineId).min(1).max(500);
/** Every contract of the customer that may have debts: they are told when the debts fall due. */
const debtorIds = z.array(machineId).max(500);

/** Every event that a breach case takes, as it comes from outside. */
export const breachCaseEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("draft"),
    item: z.enum(breachItems),
    happenedOn: isoDay,
    contractIds: contracts,
    noteId: machineId,
  }),
  z.object({
    type: z.literal("addEvidence"),
    fileId: machineId,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.object({ type: z.literal("discard") }),
  z.object({ type: z.literal("record"), debtorIds }),
  z.object({ type: z.literal("suspend"), contractIds: contracts }),
  z.object({ type: z.literal("lift"), contractIds: contracts }),
  z.object({ type: z.literal("demand"), until: isoDay, noteId: machineId }),
  z.object({ type: z.literal("periodEnds") }),
  z.object({ type: z.literal("cure"), noteId: machineId }),
  z.object({ type: z.literal("recordUncured"), debtorIds }),
  z.object({ type: z.literal("terminate"), contractIds: contracts, debtorIds }),
  z.object({ type: z.literal("close"), noteId: machineId }),
]);

export type BreachCaseEvent = z.infer<typeof breachCaseEvents>;

const operations: readonly Sender[] = ["operations"];

export const breachCaseSenders: Record<BreachCaseEvent["type"], readonly Sender[]> = {
  draft: operations,
  addEvidence: operations,
  discard: operations,
  record: operations,
  suspend: operations,
  lift: operations,
  demand: operations,
  periodEnds: ["timer"],
  cure: operations,
  recordUncured: operations,
  terminate: operations,
  close: operations,
};
