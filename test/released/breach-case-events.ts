import type { MachineEvent } from "#machines/engine/outgoing.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const secondId = "0199aaaa-0000-7000-8000-0000000000c2";
const noteId = "0199aaaa-0000-7000-8000-0000000000d1";
const debtorIds = [contractId, secondId];

const draft = (item: string, happenedOn = "2025-03-01"): MachineEvent => ({
  ...{ type: "draft", item, happenedOn, contractIds: [contractId], noteId },
});

/** Every event that a breach case may meet in the walk: three kinds of item, two contracts. */
export const breachCaseOffers: readonly MachineEvent[] = [
  draft("A15.1(3)"),
  draft("A16.1(2)"),
  draft("A32"),
  // It has not happened yet on the day on which it is told.
  draft("A15.1(3)", "2025-03-06"),
  { type: "addEvidence", fileId: noteId, sha256: "0".repeat(64) },
  { type: "discard" },
  { type: "record", debtorIds },
  { type: "suspend", contractIds: [contractId] },
  ...debtorIds.map((id) => ({ type: "lift", contractIds: [id] })),
  ...["2025-03-19", "2025-03-05"].map((until) => ({ type: "demand", until, noteId })),
  { type: "cure", noteId },
  { type: "recordUncured", debtorIds },
  { type: "terminate", contractIds: [contractId], debtorIds },
  { type: "terminate", contractIds: debtorIds, debtorIds },
  { type: "close", noteId },
];
