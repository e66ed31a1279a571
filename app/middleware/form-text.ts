/** PostgreSQL keeps no NUL character in a text; whoever sends one is no browser. */
export function hasNul(text: string): boolean {
  return text.includes("\0") || /%00/.test(text);
}

/** Whether a body is a form as browsers send it without files; the pages read nothing else. */
export function isForm(contentType: string | undefined): boolean {
  return /^application\/x-www-form-urlencoded(;|$)/i.test((contentType ?? "").trim());
}
