/** What is wrong with a reason that was typed. */
export type ReasonFault = "reasonMissing" | "reasonTooLong";

const longest = 500;

/** A reason as typed, or what is wrong with it. */
export function typedReason(typed: string): { text: string } | { fault: ReasonFault } {
  const text = typed.toWellFormed().replaceAll("\0", "").trim();
  if (text === "") return { fault: "reasonMissing" };
  return text.length > longest ? { fault: "reasonTooLong" } : { text };
}
