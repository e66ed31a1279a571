import { createHash, createHmac } from "node:crypto";

/** The hash before the first event of every machine. */
export const chainStart = "0".repeat(64);

/**
 * JSON with sorted keys and no undefined members, so that equal values have equal text. It is written
 * for every event and runs over all of it, hence without intermediate lists.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ","}${canonicalJson(item)}`;
    return `[${text}]`;
  }
  const members = value as Record<string, unknown>;
  for (const key of Object.keys(members).toSorted()) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text && ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of a value's canonical JSON, as hex. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/**
 * HMAC-SHA256 of a value's canonical JSON, as hex, by a key that is derived from `secret` for this
 * `purpose` alone: a signature of one purpose is none of another.
 */
export function signatureOf(secret: string, purpose: string, value: unknown): string {
  const key = createHmac("sha256", secret).update(purpose).digest();
  return createHmac("sha256", key).update(canonicalJson(value)).digest("hex");
}

/**
 * The id of a machine that another machine brings to life: the same source and name always give the
 * same id (a version 8 uuid), so that replay, the simulator and the database agree.
 */
export function derivedId(sourceId: string, name: string): string {
  const hex = createHash("sha256").update(`${sourceId}/${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join("-");
}
