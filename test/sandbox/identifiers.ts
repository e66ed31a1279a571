import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A random identifier in Stripe's style, e.g. `newId("pi")` gives `pi_3Xa…`. */
export function newId(prefix: string, length = 24): string {
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      // 248 is the largest multiple of 62 in a byte: above it the letters would not be even.
      if (byte < 248 && text.length < length) text += ALPHABET[byte % 62];
    }
  }
  return `${prefix}_${text}`;
}
