/** A file's bytes as text in an encoding that Japanese programs write; null where they are no such text. */
export function decoded(bytes: Uint8Array, encoding: "utf-8" | "shift_jis"): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
