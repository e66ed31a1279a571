import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type * as server from "#app/server.ts";
import { startNode } from "./processes.ts";

const bundle = "build/server/index.js";
const sources = ["app", "db", "emails", "machines", "public", "package.json", "vite.config.ts"];

function newestChange(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

const isFresh = () =>
  existsSync(bundle) && statSync(bundle).mtimeMs >= Math.max(...sources.map(newestChange));

/** Builds the portal unless the build is newer than every source. One process at a time builds. */
async function build(): Promise<void> {
  const lock = "node_modules/.portal-build";
  for (let tries = 0; !isFresh(); tries += 1) {
    if (tries > 600) throw new Error(`Another build seems to hold ${lock}: remove that folder.`);
    try {
      mkdirSync(lock);
    } catch {
      await sleep(100);
      continue;
    }
    try {
      if (isFresh()) return;
      const running = startNode(["node_modules/@react-router/dev/bin.cjs", "build"], {
        NODE_ENV: "production",
      });
      if ((await running.exited) !== 0) throw new Error(`The build failed:\n${running.output()}`);
      return;
    } finally {
      rmdirSync(lock);
    }
  }
}

/** The built portal as a module of this process: what is started in production, on the test's own portal. */
export async function loadBundle(): Promise<typeof server> {
  await build();
  const address = pathToFileURL(resolve(bundle)).href;
  return (await import(/* @vite-ignore */ address)) as typeof server;
}
