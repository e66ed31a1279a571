import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { json, type Reply } from "./exchange.ts";

// The machine that looks at the pages may have no Japanese font at all.
const PACKAGE = fileURLToPath(
  new URL(".", import.meta.resolve("@fontsource/noto-sans-jp/400.css")),
);
const SERVED = /^\/fonts\/((?:400|700)\.css|files\/noto-sans-jp-[\w-]+\.woff2)$/;

/** The style sheets a page names for Noto Sans JP, regular and bold. */
export const FONT_STYLES = ["/fonts/400.css", "/fonts/700.css"];

/** Noto Sans JP below `/fonts/`, from the npm package: two style sheets and their font files. */
export function answerFonts(path: string): Reply {
  const file = SERVED.exec(path)?.[1];
  if (!file) return json(404, { error: { message: "No such font" } });
  const type = file.endsWith(".css") ? "text/css; charset=utf-8" : "font/woff2";
  try {
    const body = readFileSync(PACKAGE + file);
    return {
      status: 200,
      headers: { "content-type": type, "cache-control": "max-age=3600" },
      body,
    };
  } catch {
    return json(404, { error: { message: "No such font" } });
  }
}
