import { inflateSync } from "node:zlib";

/** What a test wants to know of a PDF file. */
export type ReadPdf = {
  pages: number;
  /** The text in drawing order, line by line. */
  text: string;
  /** Names of the fonts, and whether each one's file is in the PDF. */
  fonts: { name: string; embedded: boolean }[];
};

/**
 * Reads back a PDF as the documents gateway writes it: objects in the clear, streams compressed, text in
 * two-byte glyph numbers with a table to Unicode for each font. Not a reader for PDFs of other origin.
 */
export function readPdf(file: Uint8Array): ReadPdf {
  const objects = readObjects(Buffer.from(file).toString("latin1"));
  const all = [...objects.values()];
  const pages = all.filter((object) => /\/Type \/Page\b(?!s)/.test(object));
  const fonts = all.filter(
    (object) => /\/Type \/Font\n/.test(object) && !/CIDFontType2/.test(object),
  );
  return {
    pages: pages.length,
    text: pages.map((page) => pageText(page, objects)).join("\n"),
    fonts: fonts.map((font) => {
      const name = /\/BaseFont \/(\S+)/.exec(font)?.[1] ?? "";
      const descriptor = all.find((object) => object.includes(`/FontName /${name}\n`)) ?? "";
      return { name, embedded: descriptor.includes("/FontFile2 ") };
    }),
  };
}

function readObjects(source: string): Map<string, string> {
  const found = source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map([...found].map(([, number = "", body = ""]) => [number, body]));
}

function streamOf(object: string): string {
  const data = /stream\n([\s\S]*)\nendstream/.exec(object)?.[1] ?? "";
  return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
}

function referred(object: string, key: string, objects: Map<string, string>): string {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1] ?? "";
  return objects.get(number) ?? "";
}

function pageText(page: string, objects: Map<string, string>): string {
  const resources = referred(page, "Resources", objects);
  const tables = new Map<string, string[]>();
  let text = "";
  let table: string[] = [];
  // A line is drawn in runs of one script and font; after its last run the drawing state is restored.
  const drawing = /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ| cm\nQ\n/g;
  for (const [, font, glyphs] of streamOf(referred(page, "Contents", objects)).matchAll(drawing)) {
    if (font !== undefined) {
      table = tables.get(font) ?? unicodeTable(referred(resources, font, objects), objects);
      tables.set(font, table);
    } else if (glyphs !== undefined) {
      const codes = [...glyphs.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex]) => hex).join("");
      text += codes.replace(/.{4}/g, (code) => table[Number.parseInt(code, 16)] ?? "\ufffd");
    } else if (!text.endsWith("\n")) {
      text += "\n";
    }
  }
  return text;
}

/** The characters by glyph number, from the ranges of the font's ToUnicode stream. */
function unicodeTable(font: string, objects: Map<string, string>): string[] {
  const table: string[] = [];
  const map = streamOf(referred(font, "ToUnicode", objects));
  for (const [, first = "", list = ""] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = ""]] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries()) {
      const units = hex.replaceAll(" ", "").match(/.{4}/g) ?? [];
      table[Number.parseInt(first, 16) + index] = String.fromCharCode(
        ...units.map((unit) => Number.parseInt(unit, 16)),
      );
    }
  }
  return table;
}
