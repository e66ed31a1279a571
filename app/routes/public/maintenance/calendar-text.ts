/** A property of an iCalendar object: its name with parameters, and its value as it is to be written. */
export type CalendarLine = readonly [name: string, value: string];

/** Octets of a line without its end (RFC 5545, 3.1). */
const mostOctets = 75;

const encoder = new TextEncoder();

/**
 * Folds a content line into lines of at most 75 octets (RFC 5545, 3.1). A character is never cut in two,
 * nor a letter from the marks that belong to it as one code point.
 */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let present = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > mostOctets) {
      lines.push(present);
      // The space that marks the line as a continuation counts.
      [present, octets] = [" ", 1];
    }
    present += character;
    octets += size;
  }
  return [...lines, present].join("\r\n");
}

/**
 * Escapes a value of type TEXT (RFC 5545, 3.3.11); control characters, which it can't hold, go. Line ends
 * of Unicode are allowed in it, but there are readers that would end the line there: they become `\n`.
 */
export function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      // oxlint-disable-next-line no-control-regex -- control characters are what this takes out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replaceAll("\n", "\\n")
  );
}

/** An ISO instant in the form of UTC (RFC 5545, 3.3.5): `20260331T150000Z`. */
export function utcTime(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** Tokyo is nine hours ahead of UTC, all year, since 1951. */
const tokyoOffset = 9 * 60 * 60 * 1000;

/** An ISO instant as local time of Tokyo, for a property with the parameter `TZID`. */
export function tokyoTime(instant: string): string {
  return utcTime(new Date(Date.parse(instant) + tokyoOffset).toISOString()).slice(0, -1);
}

/** Writes content lines as an iCalendar stream: folded, each ended by CRLF. */
export function writeCalendar(lines: readonly CalendarLine[]): string {
  return lines.map(([name, value]) => `${foldLine(`${name}:${value}`)}\r\n`).join("");
}
