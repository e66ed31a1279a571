/** The page after signing in where none was asked for, or where what was asked for is no page of ours. */
export const defaultReturn = "/dashboard";

/**
 * The path of a page of this portal that somebody wants to come back to, from a query or a form.
 * Returns `fallback` for anything that a browser might read as another site: other schemes, `//`,
 * backslashes, control characters, also where they are percent-encoded, and for a percent-encoding
 * that stands for no text: no page has such an address.
 */
export function safeReturnTo(value: unknown, fallback: string = defaultReturn): string {
  if (typeof value !== "string" || value.length > 2000) return fallback;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(value) || value.includes("\\")) return fallback;
  if (/^\/?(%2f|%5c|%09|%0a|%0d|\.)/i.test(value.slice(1)) || /%(0[0-9a-f]|5c)/i.test(value)) {
    return fallback;
  }
  const base = "http://portal.invalid";
  const url = URL.parse(value, base);
  if (url?.origin !== base || url.pathname.startsWith("//")) return fallback;
  const path = url.pathname + url.search + url.hash;
  return isDecodable(path) ? path : fallback;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
