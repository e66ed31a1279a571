import { spawn } from "node:child_process";
import {
  accessSync,
  constants,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plannerSettings } from "#db/client.ts";
import type { BarePlan, BareRunner, BareScript } from "./bare-statements.ts";
import type { Run } from "./closed-loop.ts";
import { slots, stride } from "./target.ts";

/** Debian keeps it where no PATH leads; its wrapper in the PATH would start another program first. */
const places = [
  ...globSync("/usr/lib/postgresql/*/bin/pgbench").toSorted().toReversed(),
  ...(process.env["PATH"] ?? "").split(":").map((folder) => join(folder, "pgbench")),
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A file for pgbench: each client goes through its own part of the targets. */
function scriptText({ templates, size }: BareScript, { from, each, blocks }: BarePlan): string {
  const place = size === 1 ? `:n / ${slots}` : ":n";
  return [
    `\\set n ${from} + :client_id * ${each} + :i`,
    `\\set block ((${place}) * ${stride}) % ${blocks}`,
    ...(size === 1 ? [`\\set slot :n % ${slots}`] : []),
    "\\set i :i + 1",
    ...["begin", ...templates, "commit"].map((statement) => `${statement};`),
    "",
  ].join("\n");
}

/** Statements are planned as the portal has them planned, once a connection, not anew with each of the first. */
const planning = Object.entries({ ...plannerSettings, plan_cache_mode: "force_generic_plan" })
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(" ");

/** No run takes near as long; a hung one must not hold the benchmark for ever. */
const mostSeconds = 300;

function execute(path: string, parameters: string[], password: string): Promise<string> {
  const child = spawn(path, parameters, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PGPASSWORD: password, PGOPTIONS: planning },
    timeout: mostSeconds * 1000,
    killSignal: "SIGKILL",
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`pgbench ended with ${code}:\n${output.slice(-4000)}`));
    });
  });
}

/** One transaction out of the log. */
interface Logged {
  client: string;
  milliseconds: number;
  /** When it ended, in seconds. */
  endedAt: number;
}

/** The log's transactions in the order of their ends. */
function readLog(folder: string): Logged[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith("log"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line) => {
      const [client = "", , microseconds, , seconds, fraction] = line.split(" ");
      return {
        client,
        milliseconds: Number(microseconds) / 1000,
        endedAt: Number(seconds) + Number(fraction) / 1_000_000,
      };
    })
    .toSorted((one, other) => one.endedAt - other.endedAt);
}

/**
 * What the transactions came to from when every client had prepared its statements, which each does in
 * its first transaction, until the first of them had no more to do; where one takes for ever, what came
 * of the second half.
 */
function runOf(
  log: readonly Logged[],
  { clients, each }: BarePlan,
  size: number,
): Omit<Run, "done"> {
  const counts = new Map<string, number>();
  let [prepared, end] = [-1, log.length];
  for (const [index, { client }] of log.entries()) {
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    if (prepared === -1 && counts.size === clients) prepared = index;
    if (count === each) {
      end = index + 1;
      break;
    }
  }
  const half = Math.floor(end / 2);
  const start = prepared === -1 ? half : Math.min(prepared, half);
  const measured = log.slice(start + 1, end);
  const seconds = (log[end - 1]?.endedAt ?? 0) - (log[start]?.endedAt ?? 0);
  return {
    rate: (measured.length * size) / seconds,
    latencies: measured.map(({ milliseconds }) => milliseconds),
  };
}

/** PostgreSQL's own load tool, or null where it is not installed. */
export function findPgbench(): BareRunner | null {
  const path = places.find(isExecutable);
  if (path === undefined) return null;
  return {
    tool: "pgbench",
    run: async (database, script, plan) => {
      const folder = mkdtempSync(join(tmpdir(), "portal-pgbench-"));
      try {
        const file = join(folder, "script.sql");
        writeFileSync(file, scriptText(script, plan));
        const { hostname, port, username, password } = new URL(database.url);
        const output = await execute(
          path,
          [
            ...["--host", hostname, "--port", port, "--username", username],
            ...["--no-vacuum", "--protocol", "prepared", "--file", file, "--define", "i=0"],
            ...["--client", String(plan.clients), "--jobs", "1"],
            ...(plan.seconds === null
              ? ["--transactions", String(plan.each)]
              : ["--time", String(plan.preparing + plan.seconds)]),
            ...["--log", `--log-prefix=${join(folder, "log")}`, database.name],
          ],
          decodeURIComponent(password),
        );
        const log = readLog(folder);
        const done = Number(/actually processed: (\d+)/.exec(output)?.[1]);
        if (done !== log.length) throw new Error(`pgbench said:\n${output}`);
        return { done: done * script.size, ...runOf(log, plan, script.size) };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
