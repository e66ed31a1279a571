import type { MachineEvent } from "#machines/engine/outgoing.ts";

const hashes = ["a".repeat(64), "b".repeat(64)] as const;
const opened = { version: "2.0", document: "terms", label: "2.0", textHash: hashes[0] };
const specification = { ...opened, version: "M 2.0", document: "M" };
const words = { ja: "変更", en: "Change" };

/** Announced on 2025-03-05, the last day on which 2025-04-06 is in time is that day. */
const announcements = [
  ["2025-04-06", null],
  ["2025-04-05", null],
  ["2025-04-05", words],
  ["2025-03-05", words],
] as const;

/** Every event that a version of terms or specification may meet in the walk. */
export const termsVersionOffers: readonly MachineEvent[] = [
  { type: "draft", ...opened },
  { type: "draft", ...specification },
  { type: "adopt", ...opened, effectiveDay: "2025-03-05" },
  ...hashes.map((textHash) => ({ type: "revise", textHash })),
  ...announcements.map(([effectiveDay, reason]) => {
    return { type: "announce", textHash: hashes[0], effectiveDay, summary: words, reason };
  }),
  {
    type: "announce",
    textHash: hashes[1],
    effectiveDay: "2025-06-01",
    summary: words,
    reason: null,
  },
  { type: "withdraw" },
];
