import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { startNode } from "#test/helpers/processes.ts";

const built = "build/server/index.js";
const sources = "{app,db,emails,machines,public}/**/*.*";
const settings = ["package.json", "vite.config.ts", "react-router.config.ts"];

/** Whether a source was changed after the bundle was written, or there is none. */
function isStale(): boolean {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  const inputs = globSync(sources).filter((path) => !/\.test\.tsx?$/.test(path));
  return [...inputs, ...settings].some((path) => statSync(path).mtimeMs > builtAt);
}

export interface Bundle {
  /** The file that `node` runs. */
  readonly path: string;
  remove(): void;
}

/**
 * The built portal, built first where it is older than its sources. It is a copy of its own, so that
 * a build under way elsewhere never changes the program between two starts.
 */
export async function takeBundle(): Promise<Bundle> {
  if (isStale()) {
    const build = startNode([realpathSync("node_modules/.bin/react-router"), "build"]);
    const code = await build.exited;
    if (code !== 0) throw new Error(`The build ended with ${code}:\n${build.output()}`);
  }
  // Inside the project, where the bundle finds its packages.
  mkdirSync(".data", { recursive: true });
  const folder = mkdtempSync(join(".data", "faults-"));
  cpSync(dirname(dirname(built)), folder, { recursive: true });
  return {
    path: join(folder, "server/index.js"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
