import { z } from "zod";
import { isoDay, machineId } from "../engine/fields.ts";

/** Files that come with an event: as many as one form may bring. */
const files = z
  .array(z.object({ fileId: machineId, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
  .max(5);

/** Words in writing, with files. */
export const written = { noteId: machineId, files };

/** Words in writing by themselves. */
export const worded = { noteId: machineId };

/** A reminder by its name. */
export const remind = z.object({ type: z.literal("remind"), id: z.string().max(40) });

/** A question with the last day of its answer. */
export const asked = { ...written, contractId: machineId, dueOn: isoDay };
