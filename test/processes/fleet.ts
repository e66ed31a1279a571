import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { takeBundle } from "#test/faults/bundle.ts";
import { openTestPortal, testMetricsToken, type TestPortal } from "#test/helpers/portal.ts";
import { findFreePort, startNode, type RunningProcess } from "#test/helpers/processes.ts";
import { startSandbox, type RunningSandbox } from "#test/sandbox/start.ts";

/** One process of the built portal. */
export interface FleetProcess {
  readonly process: RunningProcess;
  /** Where its pages are; nobody listens there in a worker. */
  readonly origin: string;
  /** Where its probes and metrics are, besides. */
  readonly probes: string;
}

/** Several processes on one PostgreSQL, with a portal in this process for what a test arranges. */
export interface Fleet {
  readonly portal: TestPortal;
  readonly sandbox: RunningSandbox;
  /** Starts a process and resolves once it is ready. */
  start(role: "web" | "worker" | "all", more?: Record<string, string>): Promise<FleetProcess>;
  /** What all processes wrote, those that have ended included. */
  output(): string;
  close(): Promise<void>;
}

const stripeSecret = "whsec_fleet";
const resendSecret = `whsec_${Buffer.from("fleet-fleet-fleet-fleet").toString("base64")}`;

/** The status of a `GET`, or null where nobody answers. */
export async function statusOf(address: string): Promise<number | null> {
  const answer = await fetch(address, { headers: { connection: "close" } }).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.status ?? null;
}

/** Waits for something that comes by itself. Throws after half a minute. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const giveUp = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > giveUp) throw new Error(`It never came to this: ${what}`);
    await pause(50);
  }
}

/** Opens an empty fleet. `webhookPort` is where the providers send what they have to tell. */
export async function openFleet(webhookPort?: number): Promise<Fleet> {
  const bundle = await takeBundle();
  const state = mkdtempSync(join(tmpdir(), "portal-fleet-"));
  const hooks = webhookPort === undefined ? undefined : `http://127.0.0.1:${webhookPort}/webhooks`;
  const sandbox = await startSandbox({
    state,
    ...(hooks && {
      webhook: { url: `${hooks}/stripe`, secret: stripeSecret },
      resendWebhook: { url: `${hooks}/resend`, secret: resendSecret },
    }),
  });
  const portal = await openTestPortal({ sandboxUrl: sandbox.url });
  const started: FleetProcess[] = [];
  const variables = {
    NODE_ENV: "production",
    LOG_LEVEL: "trace",
    DEMO: "1",
    APP_URL: portal.portal.appUrl,
    SESSION_SECRET: "a-secret-of-the-fleet-32-characters",
    DATABASE_URL: portal.test.url,
    STRIPE_SECRET_KEY: "sk_test_fleet",
    STRIPE_WEBHOOK_SECRET: stripeSecret,
    STRIPE_BASE_URL: sandbox.url,
    RESEND_API_KEY: "re_fleet",
    RESEND_WEBHOOK_SECRET: resendSecret,
    RESEND_BASE_URL: sandbox.url,
    METRICS_TOKEN: testMetricsToken,
  };
  return {
    ...{ portal, sandbox },
    start: async (role, more = {}) => {
      const [port, metricsPort] = [await findFreePort(), await findFreePort()];
      const ports = { PORT: String(port), METRICS_PORT: String(metricsPort) };
      const all = { ...variables, ...ports, ...more };
      const running: FleetProcess = {
        process: startNode([bundle.path, role], all),
        origin: `http://127.0.0.1:${all.PORT}`,
        probes: `http://127.0.0.1:${metricsPort}`,
      };
      started.push(running);
      await running.process.waitFor(
        role === "worker" ? /probes and metrics listen/ : /the pages listen/,
      );
      const address = `${role === "worker" ? running.probes : running.origin}/health/ready`;
      await until(`${address} is ready`, async () => (await statusOf(address)) === 200);
      return running;
    },
    output: () => started.map(({ process }) => process.output()).join(""),
    close: async () => {
      await Promise.all(started.map(({ process }) => process.kill("SIGKILL")));
      await portal.close();
      await sandbox.stop();
      bundle.remove();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
