import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface PostgresServer {
  /** The superuser's address of the `postgres` database. */
  readonly url: string;
  /** Stops the server; `immediate` as if it had crashed. Its data stays. */
  stop(mode: "fast" | "immediate"): Promise<void>;
  /** Starts a stopped server again on the same port. Resolves when it takes connections. */
  start(): Promise<void>;
  /** Stops the server for good and removes everything of it. */
  close(): Promise<void>;
}

/**
 * Starts a PostgreSQL of its own on a free loopback port, as root or not. It goes with this process,
 * however that ends. `durable` keeps fsync on, for measurements. Throws what the server said when
 * it does not start.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const guard = fileURLToPath(new URL("postgres-guard.ts", import.meta.url));
  // A session of its own: an interrupt from the keyboard must not reach the server before the tests end.
  const child = spawn(process.execPath, [guard, ...(durable ? ["--durable"] : [])], {
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<unknown> => {
    const line = await lines.next();
    if (line.done) throw new Error("The test's PostgreSQL ended; its reason stands above.");
    return JSON.parse(line.value);
  };
  const { url } = (await read()) as { url: string };
  const order = async (line: string) => {
    child.stdin.write(`${line}\n`);
    await read();
  };
  return {
    url,
    stop: (mode) => order(`stop ${mode}`),
    start: () => order("start"),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
