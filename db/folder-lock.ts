import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** The kernel's start time of a process, so that a recycled number is not taken for the holder. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A lock is stale when its process is gone, or when the number now names another process. */
function holderOf(lock: string): number | null {
  const [pid, started] = lock.split(" ");
  const holder = Number(pid);
  if (!holder || !isAlive(holder)) return null;
  return started === startOf(holder) ? holder : null;
}

function readLock(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Puts the file in place whole or not at all: a lock without its content would look stale. */
function place(from: string, path: string): boolean {
  try {
    linkSync(from, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes the stale lock, unless another process has just replaced it by its own. */
function removeStale(path: string, stale: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (readLock(aside) !== stale) place(aside, path);
  rmSync(aside, { force: true });
}

/**
 * Takes the one lock of a data folder; the embedded database has none of its own and two writers
 * would destroy it. Returns the release. Throws when a living process, this one included, holds it.
 */
export function lockFolder(folder: string): () => void {
  const path = `${folder}/lock`;
  const mine = `${process.pid} ${startOf(process.pid)}`;
  const draft = `${path}.${process.pid}`;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    writeFileSync(draft, mine);
    const placed = place(draft, path);
    rmSync(draft);
    if (placed) return () => rmSync(path, { force: true });
    const present = readLock(path);
    const holder = present === null ? null : holderOf(present);
    if (holder !== null) {
      throw new Error(
        `The data folder ${folder} is in use by process ${holder}. Stop that process first.`,
      );
    }
    if (present !== null) removeStale(path, present, draft);
  }
  throw new Error(`The data folder ${folder} could not be locked. Try again.`);
}
