import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, plainText } from "../engine/fields.ts";

/** SHA-256 of a text's canonical JSON, as hex. */
const textHash = z.string().regex(/^[0-9a-f]{64}$/);

/** What customers read, in both languages. */
const bilingual = z.object({ ja: plainText.min(1), en: plainText.min(1) });

const opened = {
  /** Names the version in contracts, consents and addresses: `2.0`, or `NDR-BASE 2.0`. */
  version: plainText.min(1),
  /** `terms` for the terms of service, else the code of the menu whose specification it is. */
  document: plainText.min(1),
  label: plainText.min(1),
  textHash,
};

/** Every event that a version of the terms or of a specification takes. */
export const termsVersionEvents = z.discriminatedUnion("type", [
  z.object({ type: z.literal("draft"), ...opened }),
  /** A version that binds already when the portal is set up. */
  z.object({ type: z.literal("adopt"), ...opened, effectiveDay: isoDay }),
  z.object({ type: z.literal("revise"), textHash }),
  z.object({
    type: z.literal("announce"),
    /** The text that was shown before the announcement. */
    textHash,
    effectiveDay: isoDay,
    summary: bilingual,
    /** Why the month of A3.2 could not be kept; shown to everybody. */
    reason: bilingual.nullable(),
  }),
  z.object({ type: z.literal("withdraw") }),
  z.object({ type: z.literal("takeEffect") }),
]);

export type TermsVersionEvent = z.infer<typeof termsVersionEvents>;

export const termsVersionSenders: Record<TermsVersionEvent["type"], readonly Sender[]> = {
  draft: ["operations"],
  adopt: ["portal"],
  revise: ["operations"],
  announce: ["operations"],
  withdraw: ["operations"],
  takeEffect: ["timer"],
};
