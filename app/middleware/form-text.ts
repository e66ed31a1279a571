/** PostgreSQL keeps no NUL character in a text; whoever sends one is no browser. */
export function hasNul(text: string): boolean {
  return text.includes("\0") || /%00/.test(text);
}

/** Whether a body is a form as browsers send it without files; the pages read nothing else. */
export function isForm(contentType: string | undefined): boolean {
  return /^application\/x-www-form-urlencoded(;|$)/i.test((contentType ?? "").trim());
}

/** Whether an address is a path of well-formed UTF-8 without NUL. */
export function isReadable(address: string): boolean {
  if (!address.startsWith("/") || hasNul(address)) return false;
  try {
    decodeURIComponent(address.replace(/\?.*$/s, ""));
    return true;
  } catch {
    return false;
  }
}
