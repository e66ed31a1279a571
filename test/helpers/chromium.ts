import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** A browser to start, and the environment that it needs. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const installed = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(
  (name) => `/usr/bin/${name}`,
);

/**
 * Unpacks the browser that npm brings, once a version, beside the packages. The package unpacks to
 * the temporary folder, where two runs at once would start each other's half-written file.
 */
async function unpack(): Promise<string> {
  const packageFile = "node_modules/@sparticuz/chromium/package.json";
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const cache = join(process.cwd(), "node_modules/.cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, "unpacking-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = unfinished;
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    // The shared libraries (NSS, expat) that a bare Debian lacks; the package unpacks them on Lambda only.
    await inflate("node_modules/@sparticuz/chromium/bin/al2023.tar.br");
    writeFileSync(
      join(unfinished, "fonts.conf"),
      `<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
    );
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

/** The environment without what it does not set. */
function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

/** The browser of npm, with its libraries and, where the machine has no fonts set up, its own. */
export async function findBundledChromium(): Promise<Chromium> {
  const folder = await unpack();
  const env = definedEnvironment();
  env["LD_LIBRARY_PATH"] = [join(folder, "al2023/lib"), env["LD_LIBRARY_PATH"]]
    .filter(Boolean)
    .join(":");
  if (!existsSync("/etc/fonts/fonts.conf")) env["FONTCONFIG_FILE"] = join(folder, "fonts.conf");
  return { executablePath: join(folder, "chromium"), env };
}

/** The browser at `CHROMIUM_PATH`, else one of the system, else the one of npm. */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env["CHROMIUM_PATH"] || installed.find((path) => existsSync(path));
  return chosen === undefined
    ? findBundledChromium()
    : { executablePath: chosen, env: definedEnvironment() };
}
