import { randomBytes } from "node:crypto";

/** A new version 7 uuid: the wall clock's milliseconds first, then random bits. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [0, 8, 12, 16, 20]
    .map((start, n, starts) => hex.slice(start, starts[n + 1] ?? 32))
    .join("-");
}
