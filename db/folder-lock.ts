import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A lock is stale when its process is gone, or when the number now names another process. */
function holderOf(path: string): number | null {
  const [pid, started] = readFileSync(path, "utf8").split(" ");
  const holder = Number(pid);
  if (!holder || holder === process.pid || !isAlive(holder)) return null;
  return started === startOf(holder) ? holder : null;
}

/** The kernel's start time of a process, so that a recycled number is not taken for the holder. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/**
 * Takes the one lock of a data folder; the embedded database has none of its own and two writers
 * would destroy it. Returns the release. Throws when a living process holds it.
 */
export function lockFolder(folder: string): () => void {
  const path = `${folder}/lock`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = openSync(path, "wx");
      writeSync(file, `${process.pid} ${startOf(process.pid)}`);
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = holderOf(path);
      if (holder !== null) {
        throw new Error(
          `The data folder ${folder} is in use by process ${holder}. Stop that process first.`,
          { cause: error },
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new Error(`The data folder ${folder} could not be locked. Try again.`);
}
