import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { clauseText, isoDay, machineId, plainText } from "../engine/fields.ts";

/**
 * Why the service is suspended; `ref` is the breach case, null for non-payment and for breaches of which the
 * first release knew no more.
 */
const suspensionCause = z.object({
  kind: z.enum(["nonPayment", "breach"]),
  ref: machineId.nullable(),
});

/** A breach suspends by its case only (A15.2). */
const ground = suspensionCause.refine(({ kind, ref }) => (kind === "breach") === (ref !== null), {
  path: ["ref"],
});

/** Events by which the service is restricted or suspended, the customer is admonished, or terms change. */
export const standingEvents = [
  z.object({ type: z.literal("suspend"), cause: ground }),
  z.object({ type: z.literal("lift"), cause: suspensionCause }),
  /** A formal demand (催告) was sent; `until` is the last day of its period (A16.1(1)). */
  z.object({ type: z.literal("demand"), caseId: machineId, until: isoDay }),
  z.object({ type: z.literal("cure"), caseId: machineId }),
  z.object({ type: z.literal("restrict"), restrictionId: machineId, clause: clauseText }),
  z.object({ type: z.literal("unrestrict"), restrictionId: machineId }),
  /** Every debt of the contract falls due on a day, never later than it would (A16.2). */
  z.object({ type: z.literal("accelerate"), dueDay: isoDay, clause: clauseText }),
  z.object({ type: z.literal("announceTerms"), versionId: plainText, effectiveDay: isoDay }),
  z.object({ type: z.literal("bindTerms"), versionId: plainText }),
  /** An announced version is taken back before its day (A3.2). */
  z.object({ type: z.literal("withdrawTerms"), versionId: plainText }),
] as const;

/** What the operator decides comes from its staff, or from a machine on which they decided it. */
const operator: readonly Sender[] = ["operations", "machine"];

export const standingSenders = {
  suspend: operator,
  lift: operator,
  demand: operator,
  cure: operator,
  restrict: operator,
  unrestrict: operator,
  accelerate: operator,
  announceTerms: operator,
  bindTerms: operator,
  withdrawTerms: operator,
} as const satisfies Record<string, readonly Sender[]>;
