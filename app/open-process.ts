import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerBuild } from "react-router";
import type { Env } from "./env.ts";
import { log } from "./log.ts";
import { openPortal } from "./open-portal.ts";
import { createProbes } from "./open-probes.ts";
import { openWorker } from "./open-worker.ts";
import { createWeb, stopWeb } from "./web.ts";
import type { Worker } from "./workflow/worker.ts";

/** Less than the half minute that supervisors grant before they kill. */
const mostStopMilliseconds = 25_000;

async function listen(server: Server, port: number, host: string | undefined, what: string) {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  log.info({ address: server.address() }, `${what} listen`);
}

/** What starts us may pass on a signal that we have got already. */
const echoMilliseconds = 500;

/** Resolves when the process is told to end; the same signal once more then ends it at once. */
function toldToStop(stopWithParent: boolean): Promise<string> {
  return new Promise((resolve) => {
    const heardAt = new Map<string, number>();
    const hear = (word: string) => {
      const before = heardAt.get(word);
      heardAt.set(word, performance.now());
      resolve(word);
      if (before === undefined || performance.now() - before < echoMilliseconds) return;
      log.warn({ told: word }, "the portal ends without finishing");
      process.exit(1);
    };
    process.on("SIGTERM", hear);
    process.on("SIGINT", hear);
    if (stopWithParent) process.stdin.resume().once("end", () => hear("end of input"));
  });
}

/** What hangs must not keep the process: what it leaves, others find by its missing heartbeat. */
function limitStop(): void {
  setTimeout(() => {
    log.error("stopping took too long: the portal ends without finishing");
    process.exit(1);
  }, mostStopMilliseconds).unref();
}

/**
 * Serves pages, works jobs, or both, until the process is told to end; any number of processes may do
 * so on one PostgreSQL. Where `METRICS_PORT` is set, probes and metrics are answered there as well.
 *
 * Once told, the process is not ready any more. It takes no more requests, jobs and deadlines,
 * finishes what is under way, hands back what takes too long, and closes the database last.
 */
export async function runProcess(
  env: Env,
  pages: { build: ServerBuild; clientFolder: string },
  roles: { web: boolean; worker: boolean },
): Promise<void> {
  const told = toldToStop(env.stopWithParent);
  const open = await openPortal(env, { works: roles.worker });
  const { portal } = open;
  portal.metrics.collectProcess();
  const probes = env.metricsPort === undefined ? undefined : createProbes(portal);
  let web: Server | undefined;
  let worker: Worker | undefined;
  try {
    if (probes) await listen(probes, env.metricsPort ?? 0, env.host, "probes and metrics");
    if (roles.worker) worker = await openWorker(portal);
    if (roles.web) {
      web = createWeb({ portal, ...pages, trustedProxies: env.trustedProxies });
      await listen(web, env.port, env.host, "the pages");
    }
    log.info({ told: await told }, "the portal stops");
  } finally {
    portal.readiness.beginStop();
    limitStop();
    const working = worker?.stop().catch((error: unknown) => {
      log.error({ err: error }, "the worker could not hand everything back");
      process.exitCode = 1;
      return 0;
    });
    // Whoever sends requests here must first have seen that this process is not ready.
    if (web) await pause((env.stopDelaySeconds ?? 0) * 1000);
    const [handedBack = 0] = await Promise.all([working, web && stopWeb(web)]);
    await open.close();
    probes?.closeAllConnections();
    probes?.close();
    log.info({ handedBack }, "the portal has stopped");
  }
}
