/** What the form of an announcement asks for, in the order in which it asks. */
export const announcementFields = [
  "effectiveDay",
  "summaryJa",
  "summaryEn",
  "reasonJa",
  "reasonEn",
] as const;

export type AnnouncementField = (typeof announcementFields)[number];

/** What is wrong with a field; `late` asks for the reason that A3.2 wants. */
export type AnnouncementFaults = Partial<
  Record<AnnouncementField, "missing" | "notADay" | "notAhead" | "tooLong" | "late">
>;
