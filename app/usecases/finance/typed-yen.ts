/** Yen as a person types them, with ¥, 円, commas, spaces and full-width figures; null for anything else. */
export function typedYen(text: string): number | null {
  const figures = text.normalize("NFKC").replace(/[\s,¥円]/g, "");
  return /^\d{1,11}$/.test(figures) ? Number(figures) : null;
}

/** `typedYen` of a field that may be left empty: that is 0. */
export const typedYenOrZero = (text: string): number | null =>
  text.trim() === "" ? 0 : typedYen(text);
