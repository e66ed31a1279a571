import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";

/** A loopback port that nobody listened on a moment ago. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export interface RunningProcess {
  readonly pid: number;
  /** Everything the process wrote so far to both outputs, in order of arrival. */
  output(): string;
  /** Resolves with the match when the output has it; rejects when the process ends first. */
  waitFor(pattern: RegExp, timeoutMilliseconds?: number): Promise<RegExpExecArray>;
  /** Sends the signal and waits for the end. `SIGKILL` leaves the process no last word. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** The exit code, or null where a signal ended the process. */
  readonly exited: Promise<number | null>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Starts `node …parameters` with this process's own Node. `environment` is added to the present one;
 * a value of undefined takes a variable away. The process goes when this one does.
 */
export function startNode(
  parameters: string[],
  environment: Record<string, string | undefined> = {},
  folder: string = process.cwd(),
): RunningProcess {
  const child = spawn(process.execPath, parameters, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  const listeners = new Set<() => void>();
  const hear = (text: string) => {
    output += text;
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding("utf8").on("data", hear);
  child.stderr.setEncoding("utf8").on("data", hear);
  child.once("error", (error) => hear(`${error.message}\n`));
  const exited = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  if (child.pid === undefined) throw new Error(`Could not start node ${parameters.join(" ")}`);
  return {
    pid: child.pid,
    output: () => output,
    exited,
    waitFor: (pattern, timeoutMilliseconds = 60_000) =>
      new Promise((resolve, reject) => {
        const settle = (end: () => void) => {
          listeners.delete(look);
          clearTimeout(timer);
          end();
        };
        const look = () => {
          const match = new RegExp(pattern).exec(output);
          if (match) settle(() => resolve(match));
        };
        const fail = (reason: string) =>
          settle(() =>
            reject(new Error(`${reason} before ${pattern} was seen. Output:\n${output}`)),
          );
        const timer = setTimeout(() => fail("The time was over"), timeoutMilliseconds);
        listeners.add(look);
        void exited.then((code) => fail(`The process ended with ${code}`));
        look();
      }),
    kill: async (signal = "SIGTERM") => {
      if (running.has(child)) child.kill(signal);
      await exited;
    },
  };
}
