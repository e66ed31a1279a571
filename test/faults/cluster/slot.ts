import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

export type Role = "web" | "worker";

/** A place for one process of the portal: whatever dies in it is started again. */
export interface Slot {
  readonly name: string;
  readonly role: Role;
  /** Seconds since its process was started, or null while there is none. */
  age(): number | null;
  /** What went wrong without anybody's order. */
  readonly faults: readonly string[];
  start(): void;
  /**
   * `kill -9`; the next process comes `pauseMilliseconds` later. Resolves when this one is gone, to
   * whether there was one.
   */
  kill(pauseMilliseconds: number): Promise<boolean>;
  /** Ends it in good order, for good. */
  stop(): Promise<void>;
}

const restartMilliseconds = 500;
const stopSeconds = 40;
/** A process this young may give up where it finds no database. */
const startSeconds = 20;

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Prepares a slot that runs `node …parameters`. What it writes goes to the file `log`.
 *
 * @param mayFail whether a process that starts may give up now, since its database is away
 */
export function openSlot(options: {
  name: string;
  role: Role;
  parameters: readonly string[];
  environment: Record<string, string | undefined>;
  log: string;
  mayFail: () => boolean;
}): Slot {
  const { name, role, parameters, environment, mayFail } = options;
  const log = createWriteStream(options.log, { flags: "a" });
  const faults: string[] = [];
  let child: ChildProcess | null = null;
  let gone: Promise<void> = Promise.resolve();
  let startedAt = 0;
  let wanted = false;
  let awaited: string | null = null;
  let nextPause = restartMilliseconds;

  const launch = () => {
    // Its standard input ends with this process, however that goes; then it ends, too.
    const started = spawn(process.execPath, [...parameters], {
      env: { ...process.env, ...environment, STOP_WITH_PARENT: "1" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    for (const output of [started.stdout, started.stderr]) output.pipe(log, { end: false });
    running.add(started);
    child = started;
    startedAt = performance.now();
    awaited = null;
    nextPause = restartMilliseconds;
    gone = new Promise((resolve) => {
      started.once("close", (code, signal) => {
        running.delete(started);
        child = null;
        const end = signal ?? String(code);
        const isStarting = performance.now() - startedAt < startSeconds * 1000;
        if (end !== awaited && !(isStarting && mayFail())) {
          faults.push(`${name} ended by itself with ${end}`);
        }
        resolve();
        if (wanted) void pause(nextPause).then(() => wanted && launch());
      });
    });
  };
  return {
    name,
    role,
    faults,
    age: () => (child && awaited === null ? (performance.now() - startedAt) / 1000 : null),
    start: () => {
      wanted = true;
      launch();
    },
    kill: async (pauseMilliseconds) => {
      if (!child) return false;
      awaited = "SIGKILL";
      nextPause = pauseMilliseconds;
      child.kill("SIGKILL");
      await gone;
      return true;
    },
    stop: async () => {
      wanted = false;
      if (child) {
        awaited = "0";
        child.kill("SIGTERM");
        const ended = await Promise.race([gone.then(() => true), pause(stopSeconds * 1000, false)]);
        if (!ended) {
          faults.push(`${name} did not stop within ${stopSeconds} seconds`);
          child?.kill("SIGKILL");
          await gone;
        }
      }
      await new Promise<void>((resolve) => log.end(resolve));
    },
  };
}
