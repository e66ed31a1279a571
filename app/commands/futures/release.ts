import { fork, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Future } from "#machines/futures.ts";
import { FuturesProblem } from "./problem.ts";
import type { Question } from "./runner.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const mostBytes = 1 << 28;

/** A release's machines at work in a process of their own. */
export interface Release {
  futuresOf(question: Question): Promise<Future[]>;
  close(): void;
}

function git(args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync("git", args, {
    cwd: root,
    maxBuffer: mostBytes,
  });
  if (error) throw new FuturesProblem(`git can't be run: ${error.message}`);
  if (status === 0) return stdout;
  throw new FuturesProblem(`git ${args[0]}: ${stderr.toString().trim()}`);
}

/** Lays the machines of a git ref into a folder, where they find the packages installed here. */
function unpack(ref: string, folder: string): void {
  const commit = git(["rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`]);
  const archive = git(["archive", commit.toString().trim(), "machines", "package.json"]);
  const tar = spawnSync("tar", ["-x", "-C", folder], { input: archive, maxBuffer: mostBytes });
  if (tar.status !== 0) {
    throw new FuturesProblem(`tar: ${tar.error?.message ?? tar.stderr.toString().trim()}`);
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  if (!existsSync(join(folder, "machines", "futures.ts"))) {
    throw new FuturesProblem(`${ref} is too old: it has no machines/futures.ts to ask.`);
  }
}

function startRunner(folder: string, name: string, remove: () => void): Release {
  const child: ChildProcess = fork(join(import.meta.dirname, "runner.ts"), [folder], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.on("data", (text: Buffer) => (said += text.toString()));
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      reject(new FuturesProblem(`The machines of ${name} ended with ${code}:\n${said.trim()}`));
    });
  });
  ended.catch(() => {});
  return {
    futuresOf: async (question) => {
      const answered = new Promise<Future[]>((resolve) => {
        child.once("message", (futures) => resolve(futures as Future[]));
      });
      child.send(question);
      return Promise.race([answered, ended]);
    },
    close: () => {
      if (child.connected) child.disconnect();
      remove();
    },
  };
}

/** The machines of the working tree. */
export const openPresent = (): Release => startRunner(root, "the working tree", () => {});

/**
 * The machines of a git ref, unpacked into a folder that goes with them.
 *
 * @throws FuturesProblem where git does not know the ref, or its machines tell no futures
 */
export function openRef(ref: string): Release {
  const folder = mkdtempSync(join(tmpdir(), "portal-futures-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    unpack(ref, folder);
    return startRunner(folder, ref, remove);
  } catch (error) {
    remove();
    throw error;
  }
}
