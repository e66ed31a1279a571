/** What was typed into a form, by the name of the field; a name may have several values. */
export type TypedFields = Record<string, string[]>;

/** A form as it was typed, without files and without the words of its buttons. */
export function typedFields(form: FormData): TypedFields {
  const typed: TypedFields = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name === "intent" || name === "clickId") continue;
    (typed[name] ??= []).push(value);
  }
  return typed;
}

/** One line of a field, without the spaces around it; empty where it was left out. */
export function lineOf(typed: TypedFields, name: string): string {
  return (typed[name]?.[0] ?? "").trim();
}

/** Whether a text can be stored: no NUL, no half characters, not longer than allowed. */
export function isStorable(text: string, most: number): boolean {
  return text.length <= most && !text.includes("\0") && text.isWellFormed();
}

/**
 * What a browser's field for a Tokyo time says (`2026-03-31T23:00`) as an ISO instant; null for
 * anything else and for times that do not exist.
 */
export function instantOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const instant = new Date(`${text}:00+09:00`);
  if (Number.isNaN(instant.getTime())) return null;
  // Some engines read the 31st of a short month as the first of the next one.
  return tokyoTimeOf(instant.toISOString()) === text ? instant.toISOString() : null;
}

/** An ISO instant as a browser's field takes it: Tokyo's time to the minute. */
export function tokyoTimeOf(instant: string): string {
  return new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 16);
}
