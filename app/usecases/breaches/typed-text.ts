/** The longest text that staff may write about a case. */
const longestText = 2000;

/** What is wrong with a text that must be there. */
export type TextProblem = "missing" | "tooLong";

/** A text as it came with a form, trimmed, with what is wrong with it. */
export function typedText(typed: string | null): { text: string; problem: TextProblem | null } {
  const text = (typed ?? "").replaceAll("\0", "").toWellFormed().replaceAll("\r\n", "\n").trim();
  if (text === "") return { text, problem: "missing" };
  return { text, problem: text.length > longestText ? "tooLong" : null };
}
