import { isStorable, lineOf, type TypedFields } from "./typed-fields.ts";

/** What is wrong with a reason in two languages, by field. */
export type ReasonFaults = Partial<Record<"reasonJa" | "reasonEn", "missing" | "tooLong">>;

/** Reads a reason that customers read in their language. */
export function readReason(
  typed: TypedFields,
): { reason: { reasonJa: string; reasonEn: string } } | { faults: ReasonFaults } {
  const faults: ReasonFaults = {};
  for (const name of ["reasonJa", "reasonEn"] as const) {
    const text = lineOf(typed, name);
    if (text === "") faults[name] = "missing";
    else if (!isStorable(text, 500)) faults[name] = "tooLong";
  }
  if (Object.keys(faults).length > 0) return { faults };
  return {
    reason: { reasonJa: lineOf(typed, "reasonJa"), reasonEn: lineOf(typed, "reasonEn") },
  };
}
