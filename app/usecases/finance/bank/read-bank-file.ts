import { decoded } from "#app/usecases/files/decoded.ts";
import type { ReadFile } from "./bank-line.ts";
import { readBankCsv } from "./read-bank-csv.ts";
import { readZengin, recordLength } from "./read-zengin.ts";

/** The records of a Zengin file, with line ends or without; null for any other text. */
function recordsOf(text: string): string[] | null {
  // Some programs close a text with Ctrl+Z.
  const body = text.replaceAll("\u001a", "").replace(/[\r\n]+$/, "");
  if (!/^[1289][ \d]/.test(body)) return null;
  if (/[\r\n]/.test(body)) {
    const records = body.split(/\r\n|\r|\n/);
    return records[0]?.includes(",") ? null : records;
  }
  return body.length > recordLength * 2
    ? Array.from({ length: Math.ceil(body.length / recordLength) }, (_, n) =>
        body.slice(n * recordLength, (n + 1) * recordLength),
      )
    : null;
}

/**
 * Reads a bank's file of receipts: a Zengin notice (振込入金通知) or a CSV list, each in Shift_JIS or UTF-8.
 * One sign of half-width kana is one byte in Shift_JIS, so that records are counted alike in both.
 *
 * @param today ISO day
 */
export function readBankFile(bytes: Uint8Array, today: string): ReadFile {
  const whole = (fault: "empty" | "encoding"): ReadFile => ({
    ...{ format: "csv", lines: [] },
    problems: [{ line: 1, column: 1, fault, found: "" }],
  });
  const texts = [decoded(bytes, "shift_jis"), decoded(bytes, "utf-8")];
  for (const text of texts) {
    const records = text === null ? null : recordsOf(text);
    const hasLength = records?.every(({ length }) => length === recordLength);
    if (records && hasLength) return readZengin(records, today);
  }
  const [inShiftJis, inUtf8] = texts;
  const text = inUtf8 ?? inShiftJis;
  if (text === null || text === undefined) return whole("encoding");
  if (text.trim() === "") return whole("empty");
  const records = recordsOf(inShiftJis ?? text);
  return records ? readZengin(records, today) : readBankCsv(text, today);
}
