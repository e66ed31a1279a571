/** Markup that needs no further escaping. */
export interface Html {
  markup: string;
}

type Piece = Html | Html[] | string | number | null | false;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Tagged template: every inserted string is escaped, nested `html` is kept, null and false vanish. */
export function html(texts: TemplateStringsArray, ...pieces: Piece[]): Html {
  let markup = texts[0] ?? "";
  for (const [index, piece] of pieces.entries()) markup += render(piece) + (texts[index + 1] ?? "");
  return { markup };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function render(piece: Piece): string {
  if (piece === null || piece === false) return "";
  if (Array.isArray(piece)) return piece.map((part) => part.markup).join("");
  return typeof piece === "object" ? piece.markup : escapeHtml(String(piece));
}
