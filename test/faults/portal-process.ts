import { setTimeout as pause } from "node:timers/promises";
import { findFreePort, startNode, type RunningProcess } from "#test/helpers/processes.ts";
import type { RunningSandbox } from "#test/sandbox/start.ts";
import { preparePortalEnvironment } from "./portal-environment.ts";

/** Where the portal keeps its data: an address of PostgreSQL, or a folder. */
export type StoreVariables = { DATABASE_URL: string } | { DATA: string };

/** A portal that can be started, killed and started again on the same data. */
export interface PortalUnderTest {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly sandbox: RunningSandbox;
  /** Everything that all its processes have written so far. */
  output(): string;
  /** Fills the demo. Throws where that fails. */
  seed(): Promise<void>;
  /** Starts it and resolves once it is ready. */
  start(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Ends it in good order. Throws where it does not end well. */
  stop(): Promise<void>;
}

const readySeconds = 60;

/** Starts the sandbox and prepares a portal. */
export async function preparePortal(options: {
  bundle: string;
  store: StoreVariables;
  sandboxState: string;
}): Promise<PortalUnderTest> {
  const { bundle, store, sandboxState } = options;
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const { sandbox, environment: shared } = await preparePortalEnvironment(origin, sandboxState);
  const environment = {
    ...{ DATABASE_URL: undefined, DATA: undefined, ...store, ...shared },
    PORT: String(port),
  };
  const processes: RunningProcess[] = [];
  const launch = (command: string) => {
    const started = startNode([bundle, command], environment);
    processes.push(started);
    return started;
  };
  let running: RunningProcess | undefined;
  return {
    origin,
    sandbox,
    output: () => processes.map((one) => one.output()).join(""),
    seed: async () => {
      const seeding = launch("seed");
      const code = await seeding.exited;
      if (code !== 0) throw new Error(`The seed ended with ${code}:\n${seeding.output()}`);
    },
    start: async () => {
      const started = launch("all");
      running = started;
      const giveUp = performance.now() + readySeconds * 1000;
      while (performance.now() < giveUp) {
        const answer = await fetch(`${origin}/health/ready`).catch(() => null);
        if (answer?.ok) return;
        const ended = await Promise.race([started.exited, pause(30, "runs" as const)]);
        if (ended !== "runs")
          throw new Error(`The portal ended with ${ended}:\n${started.output()}`);
      }
      throw new Error(`The portal did not become ready:\n${started.output()}`);
    },
    kill: async () => running?.kill("SIGKILL"),
    stop: async () => {
      await running?.kill("SIGTERM");
      const code = await running?.exited;
      if (code !== 0) throw new Error(`The portal stopped with ${code}:\n${running?.output()}`);
    },
  };
}
