import { join } from "node:path";
import * as build from "virtual:react-router/server-build";
import { migratePostgres } from "#db/migrate.ts";
import { addStaff } from "./commands/add-staff.ts";
import { seedDemo } from "./commands/demo/seed.ts";
import { loadReferenceFile } from "./commands/load-reference.ts";
import { migrateAllMachines } from "./commands/migrate-machines.ts";
import { verifyDatabase } from "./commands/verify.ts";
import { EnvError, readEnv, readMigrationEnv } from "./env.ts";
import { log } from "./log.ts";
import { openPortal } from "./open-portal.ts";
import { runProcess } from "./open-process.ts";
import { openWorker } from "./open-worker.ts";
import { createWeb, stopWeb } from "./web.ts";

/** What the tests start inside their own process. */
export { build, createWeb, stopWeb };

/** Serves pages, works jobs, or both, until the process is told to end. */
async function run(roles: { web: boolean; worker: boolean }): Promise<void> {
  const clientFolder = join(import.meta.dirname, "..", "client");
  await runProcess(readEnv(process.env), { build, clientFolder }, roles);
}

async function migrate(): Promise<void> {
  const { url, loginRole } = readMigrationEnv(process.env);
  log.info({ applied: await migratePostgres(url, loginRole) }, "the database is up to date");
}

/** Fills the demo with invented customers; the worker sends their mails on the way. */
async function seed(): Promise<void> {
  const open = await openPortal(readEnv(process.env), { works: true });
  const worker = await openWorker(open.portal);
  try {
    await seedDemo(open.portal);
  } finally {
    await worker.stop();
    await open.close();
  }
}

/** Loads who runs the portal, what it sells and by which terms, from the file named. */
async function reference(): Promise<void> {
  const path = process.argv[3];
  if (path === undefined) throw new Error("Name the file: npm run reference -- FILE.json");
  const open = await openPortal(readEnv(process.env), { works: false });
  try {
    await loadReferenceFile(open.portal, path);
  } finally {
    await open.close();
  }
}

/** Makes an account of the operator's staff, who sets the password by the reset mail. */
async function staff(): Promise<void> {
  const open = await openPortal(readEnv(process.env), { works: false });
  try {
    await addStaff(open.portal, process.argv.slice(3));
  } finally {
    await open.close();
  }
}

/** Compares the database with its histories; the exit code is 1 where something is not right. */
async function verify(): Promise<void> {
  const open = await openPortal(readEnv(process.env), { works: false });
  try {
    const found = await verifyDatabase({ ...open.portal, print: (line) => console.log(line) });
    if (found > 0) process.exitCode = 1;
  } finally {
    await open.close();
  }
}

/** Brings all machines to the present versions; the exit code is 1 where some could not be. */
async function migrateMachines(): Promise<void> {
  const open = await openPortal(readEnv(process.env), { works: false });
  try {
    const failed = await migrateAllMachines(open.portal, (line) => console.log(line));
    if (failed > 0) process.exitCode = 1;
  } finally {
    await open.close();
  }
}

const commands: Readonly<Record<string, () => Promise<void>>> = {
  web: () => run({ web: true, worker: false }),
  worker: () => run({ web: false, worker: true }),
  all: () => run({ web: true, worker: true }),
  migrate,
  seed,
  reference,
  staff,
  verify,
  "migrate-machines": migrateMachines,
};

async function main(): Promise<void> {
  const name = process.argv[2] ?? "";
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(`Usage: node build/server/index.js ${Object.keys(commands).join(" | ")}`);
    process.exitCode = 2;
    return;
  }
  try {
    await command();
  } catch (error) {
    if (error instanceof EnvError) console.error(error.message);
    else log.fatal({ err: error }, `${name} failed`);
    process.exitCode = 1;
  }
}

if (import.meta.main) {
  await main();
  // Whatever still holds the process, its work is done.
  process.exit();
}
