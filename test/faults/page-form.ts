/** A form as it stands on a page, with what it sends when nothing is changed in it. */
export interface PageForm {
  /** The address it is sent to, or null for the page's own. */
  action: string | null;
  isPost: boolean;
  fields: [name: string, value: string][];
  /** Buttons that carry a name; the one pressed goes along. */
  buttons: { name: string; value: string }[];
}

type Attributes = Record<string, string>;

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#39": "'",
};

/** A copy of its own: a piece of a string keeps the whole page alive, and ids of pages are kept for long. */
const decode = (text: string) =>
  Buffer.from(
    text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole),
  ).toString();

/** The attributes of one tag; React writes each as `name="value"`. */
function attributesOf(tag: string): Attributes {
  const found: Attributes = {};
  for (const [, name = "", value = ""] of tag.matchAll(/([\w-]+)="([^"]*)"/g)) {
    found[name] = decode(value);
  }
  return found;
}

function inputField({ name, type = "text", value, checked }: Attributes): [string, string][] {
  if (name === undefined || type === "submit" || type === "button") return [];
  const isChoice = type === "checkbox" || type === "radio";
  if (isChoice && checked === undefined) return [];
  return [[name, value ?? (isChoice ? "on" : "")]];
}

function selectField(name: string, options: string): [string, string] {
  const tags = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, tag = ""]) => attributesOf(tag));
  const chosen = tags.find(({ selected }) => selected !== undefined) ?? tags[0];
  return [name, chosen?.["value"] ?? ""];
}

function fieldsOf(html: string): [string, string][] {
  const fields: [string, string][] = [];
  const parts =
    /<input\b([^>]*)>|<textarea\b([^>]*)>([^<]*)<|<select\b([^>]*)>([\s\S]*?)<\/select>/g;
  for (const [, input, textarea, text = "", select, options = ""] of html.matchAll(parts)) {
    if (input !== undefined) fields.push(...inputField(attributesOf(input)));
    const named = attributesOf(textarea ?? select ?? "")["name"];
    if (named === undefined) continue;
    fields.push(textarea === undefined ? selectField(named, options) : [named, decode(text)]);
  }
  return fields;
}

/** The forms of a page in their order, read as a browser without scripts reads them. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = "", body = ""]) => {
    const { action = null, method = "get" } = attributesOf(tag);
    const buttons = [...body.matchAll(/<button\b([^>]*)>/g)]
      .map(([, button = ""]) => attributesOf(button))
      .flatMap(({ name, value = "" }) => (name === undefined ? [] : [{ name, value }]));
    return { action, isPost: method.toLowerCase() === "post", fields: fieldsOf(body), buttons };
  });
}

/** What the form sends when these fields are filled in; they replace what stood there. */
export function filledIn(
  form: PageForm,
  typed: Record<string, string | readonly string[]>,
): [string, string][] {
  const kept = form.fields.filter(([name]) => !(name in typed));
  const added = Object.entries(typed).flatMap(([name, value]) =>
    [value].flat().map((text): [string, string] => [name, text]),
  );
  return [...kept, ...added];
}

/** The addresses that a page links to, each once. */
export function linksOf(html: string): string[] {
  return [
    ...new Set(
      [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)].map(([, href = ""]) => decode(href)),
    ),
  ];
}
