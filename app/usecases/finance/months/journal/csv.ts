import { toShiftJis } from "./shift-jis.ts";

export type CsvCell = string | number;

/**
 * A cell of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe
 * before it: names in these files are typed by customers.
 */
function written(cell: CsvCell): string {
  if (typeof cell === "number") return String(cell);
  const text = cell.replace(/\s+/g, " ").trim();
  const harmless = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The rows of a CSV file, each ended by CR and LF. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => written(cell)).join(",")}\r\n`).join("");
}

/** UTF-8 with the mark by which spreadsheets know it, or Windows' Shift_JIS. */
export type CsvEncoding = "utf-8" | "shift_jis";

/** A CSV text as the bytes of a file. */
export function csvBytes(text: string, encoding: CsvEncoding): Uint8Array {
  return encoding === "shift_jis" ? toShiftJis(text) : new TextEncoder().encode(`\ufeff${text}`);
}
