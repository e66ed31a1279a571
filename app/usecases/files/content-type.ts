/** The kinds of files that the portal keeps; what a file is named or called does not count. */
export type ContentType = "application/pdf" | "image/png" | "image/jpeg" | "text/plain";

const signatures: readonly [ContentType, readonly number[]][] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
];

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Text in UTF-8 without control characters, but for tabs, line ends and page breaks. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    return !/[^\P{Cc}\t\n\f\r]/u.test(decoder.decode(bytes));
  } catch {
    return false;
  }
}

/** What a file's bytes say that it is; null where it is none of the kinds that are kept. */
export function contentTypeOf(bytes: Uint8Array): ContentType | null {
  const found = signatures.find(([, signature]) =>
    signature.every((byte, place) => bytes[place] === byte),
  );
  if (found) return found[0];
  return bytes.length > 0 && isPlainText(bytes) ? "text/plain" : null;
}
