import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { takeBundle } from "#test/faults/bundle.ts";
import { startNode } from "#test/helpers/processes.ts";
import { plainFigure, type Figure } from "../figure.ts";
import type { BenchContext } from "./bench-context.ts";
import type { BenchDatabase } from "../bench-server.ts";
import { countFired, openWaiting } from "./sweep-runs.ts";

const mostMegabytes = 300;

/** What `npm run worker` gives Node before the bundle's path. */
function workerOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: { worker: string };
  };
  return scripts.worker.split(" ").filter((word) => word.startsWith("--"));
}

/** Nobody listens there: whatever the worker should call by mistake, it reaches nothing. */
const nowhere = "http://127.0.0.1:1";

/** A worker's environment; only as a demonstration it may be pointed away from the providers. */
const environment = (database: BenchDatabase) => ({
  NODE_ENV: "production",
  LOG_LEVEL: "warn",
  DEMO: "1",
  PORT: "0",
  HOST: "127.0.0.1",
  APP_URL: nowhere,
  DATABASE_URL: database.url,
  SESSION_SECRET: randomBytes(32).toString("hex"),
  STRIPE_SECRET_KEY: "sk_test_bench",
  STRIPE_WEBHOOK_SECRET: "whsec_bench",
  STRIPE_BASE_URL: nowhere,
  RESEND_API_KEY: "re_bench",
  RESEND_BASE_URL: nowhere,
});

/** Lets the mails wait until tomorrow, so that the worker sweeps and does nothing else. */
async function postponeMails(database: BenchDatabase): Promise<void> {
  await database.asSuperuser(
    `create function postpone() returns trigger language plpgsql as
       $$ begin new.start_after := now() + interval '1 day'; return new; end $$`,
  );
  await database.asSuperuser(
    "create trigger postpone before insert on pgboss.job_common for each row execute function postpone()",
  );
}

/** The most memory that a process ever had, in MB. */
function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return (Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024) / 1_000_000;
}

/**
 * The most memory that the portal's own worker process has while it fires all that is due, or as much
 * as it can in the time given. The ratio says how often it would fit into 300 MB.
 *
 * @throws Error where the worker ends by itself or does not begin
 */
export async function measureMemory({ server, sizes, say }: BenchContext): Promise<Figure[]> {
  const bundle = await takeBundle();
  try {
    say("memory: preparing the timers");
    const waiting = await openWaiting(server, sizes.memoryBlocks);
    const { database, due } = waiting;
    await postponeMails(database);
    say(`memory: sweeping ${due.toLocaleString("en-US")} timers`);
    const worker = startNode([...workerOptions(), bundle.path, "worker"], environment(database));
    const end = worker.exited.then((code) => {
      throw new Error(`The worker ended with ${code}:\n${worker.output().slice(-4000)}`);
    });
    const began = performance.now();
    const isSwept = async () => {
      const [row] = await database.asSuperuser<{ left: boolean }>(
        `select exists (select from timer where due_at <= now()) as left`,
      );
      return row?.left === false;
    };
    let peak = 0;
    let seconds = 0;
    do {
      await Promise.race([pause(500), end]);
      peak = peakOf(worker.pid);
      seconds = (performance.now() - began) / 1000;
    } while (seconds < sizes.memorySeconds && !(await isSwept()));
    end.catch(() => {});
    await worker.kill("SIGKILL");
    const fired = await countFired(waiting);
    if (fired === 0) throw new Error(`The worker fired nothing:\n${worker.output().slice(-4000)}`);
    await database.drop();
    return [
      { ...plainFigure("memory/peak", peak, "MB"), limit: 1, ratio: mostMegabytes / peak },
      plainFigure("memory/timers", fired, "timers"),
      plainFigure("memory/rate", fired / seconds, "timers/s"),
    ];
  } finally {
    bundle.remove();
  }
}
