import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort, startNode } from "#test/helpers/processes.ts";
import type { RunningSandbox } from "#test/sandbox/start.ts";
import { preparePortalEnvironment } from "../portal-environment.ts";
import { openBalancer } from "./balancer.ts";
import { openSlot, type Slot } from "./slot.ts";

/** Several processes of the portal on one PostgreSQL, behind one address, with one sandbox. */
export interface Cluster {
  /** The balancer's: `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly sandbox: RunningSandbox;
  readonly slots: readonly Slot[];
  /** Fills the demo. Throws where that fails. */
  seed(): Promise<void>;
  /** Starts all processes and resolves once each web process is ready. */
  start(): Promise<void>;
  /** Ends all processes in good order. */
  stop(): Promise<void>;
  /** Runs the bundle's own check of everything stored; returns its findings. */
  verify(): Promise<string[]>;
  /** Ends what is still there. */
  close(): Promise<void>;
}

const readySeconds = 60;

async function untilReady(port: number): Promise<void> {
  for (let tenth = 0; tenth < readySeconds * 10; tenth += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`The web process at port ${port} did not become ready.`);
}

/**
 * Prepares `web` web processes and `workers` workers of the bundle.
 *
 * @param folder for the sandbox's state and the logs; it stays
 * @param mayFail whether a process that starts may give up now, since its database is away
 */
export async function prepareCluster(options: {
  bundle: string;
  databaseUrl: string;
  folder: string;
  web: number;
  workers: number;
  mayFail: () => boolean;
}): Promise<Cluster> {
  const { bundle, databaseUrl, folder, web, workers, mayFail } = options;
  const ports: number[] = [];
  for (let one = 0; one < web; one += 1) ports.push(await findFreePort());
  const balancer = await openBalancer(ports);
  const { origin } = balancer;
  const { sandbox, environment: shared } = await preparePortalEnvironment(
    origin,
    join(folder, "sandbox"),
  );
  const environment = {
    ...shared,
    DATA: undefined,
    DATABASE_URL: databaseUrl,
    // What the first process has compiled spares the hundreds that follow a fifth of their start.
    NODE_COMPILE_CACHE: join(folder, "compiled"),
  };
  const slotOf = (role: "web" | "worker", number: number, port: number) =>
    openSlot({
      name: `${role}-${number}`,
      role,
      parameters: [bundle, role],
      environment: { ...environment, PORT: String(port) },
      log: join(folder, `${role}-${number}.log`),
      mayFail,
    });
  const slots = ports.map((port, at) => slotOf("web", at + 1, port));
  for (let at = 1; at <= workers; at += 1) {
    slots.push(slotOf("worker", at, await findFreePort()));
  }
  const command = async (name: string) => {
    const started = startNode([bundle, name], environment);
    return { code: await started.exited, output: started.output() };
  };
  const stop = async () => {
    await Promise.all(slots.map((slot) => slot.stop()));
  };
  return {
    origin,
    sandbox,
    slots,
    seed: async () => {
      const { code, output } = await command("seed");
      if (code !== 0) throw new Error(`The seed ended with ${code}:\n${output}`);
    },
    start: async () => {
      for (const slot of slots) slot.start();
      await Promise.all(ports.map(untilReady));
    },
    stop,
    verify: async () => {
      const { code, output } = await command("verify");
      return code === 0 ? [] : output.trim().split("\n");
    },
    close: async () => {
      await stop();
      await sandbox.stop();
      await balancer.close();
    },
  };
}
