import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { demoCustomers, demoPassword, demoStaff } from "#db/seed/demo-accounts.ts";
import { findFreePort } from "#test/helpers/processes.ts";
import { startSandbox } from "#test/sandbox/start.ts";

/** What a demo keeps beside its data, so that a second start finds the first one's world. */
interface Keys {
  sessionSecret: string;
  stripeWebhookSecret: string;
  resendWebhookSecret: string;
  sandboxPort: number;
}

const port = Number(process.env["PORT"] ?? 3000);
const folder = resolve(process.env["DEMO_DATA"] ?? ".data/demo");
const bundle = "build/server/index.js";
const running: ChildProcess[] = [];

async function keysOf(): Promise<Keys> {
  const path = join(folder, "keys.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Keys;
  const keys: Keys = {
    sessionSecret: randomBytes(32).toString("hex"),
    stripeWebhookSecret: `whsec_${randomBytes(24).toString("hex")}`,
    resendWebhookSecret: `whsec_${randomBytes(24).toString("base64")}`,
    sandboxPort: await findFreePort(),
  };
  writeFileSync(path, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/** Runs a command of the project to its end. Throws where it fails. */
async function run(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
  running.push(child);
  const [code] = (await once(child, "exit")) as [number | null];
  running.splice(running.indexOf(child), 1);
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${code}.`);
}

function portalEnvironment(keys: Keys, sandboxUrl: string): NodeJS.ProcessEnv {
  const database = process.env["DATABASE_URL"];
  return {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
    DEMO: "1",
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    ...(database ? {} : { DATA: join(folder, "database") }),
    SESSION_SECRET: keys.sessionSecret,
    STRIPE_SECRET_KEY: "sk_test_demo",
    STRIPE_WEBHOOK_SECRET: keys.stripeWebhookSecret,
    STRIPE_BASE_URL: sandboxUrl,
    RESEND_API_KEY: "re_demo",
    RESEND_WEBHOOK_SECRET: keys.resendWebhookSecret,
    RESEND_BASE_URL: sandboxUrl,
    STOP_WITH_PARENT: "1",
  };
}

function accountList(): string {
  const lines = [
    ...demoStaff.map(({ email, role }) => `  ${email.padEnd(26)} ${role}`),
    ...Object.values(demoCustomers).map(
      ({ email, companyName, story }) => `  ${email.padEnd(26)} ${companyName} (${story.ja})`,
    ),
  ];
  return lines.join("\n");
}

async function waitUntilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("The portal did not become ready.");
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const keys = await keysOf();
  if (process.env["DEMO_BUILD"] !== "0") {
    console.log("Building …");
    await run(realpathSync("node_modules/.bin/react-router"), ["build"], process.env);
  }
  const sandbox = await startSandbox({
    state: join(folder, "sandbox"),
    port: keys.sandboxPort,
    webhook: {
      url: `http://127.0.0.1:${port}/webhooks/stripe`,
      secret: keys.stripeWebhookSecret,
    },
    resendWebhook: {
      url: `http://127.0.0.1:${port}/webhooks/resend`,
      secret: keys.resendWebhookSecret,
    },
  });
  const env = portalEnvironment(keys, sandbox.url);
  console.log("Preparing the database …");
  if (process.env["DATABASE_URL"]) await run(bundle, ["migrate"], env);
  await run(bundle, ["seed"], env);
  const portal = spawn(process.execPath, [bundle, "all"], {
    stdio: ["pipe", "inherit", "inherit"],
    env,
  });
  running.push(portal);
  let isStopping = false;
  const stop = async (): Promise<never> => {
    isStopping = true;
    for (const child of running) child.kill("SIGTERM");
    const alive = running.filter((child) => child.exitCode === null);
    await Promise.all(alive.map((child) => once(child, "exit")));
    await sandbox.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  portal.on("exit", (code) => {
    if (isStopping) return;
    console.error(`The portal ended with ${code}.`);
    void sandbox.stop().then(() => process.exit(code ?? 1));
  });
  const url = `http://localhost:${port}`;
  await waitUntilReady(url);
  console.log(`
The portal is running.

  Portal     ${url}
  Clock      ${url}/demo/clock
  Mailbox    ${sandbox.url}/mailbox

Accounts, all with the password ${demoPassword}:
${accountList()}

Test cards: 4242 4242 4242 4242 pays, 4000 0027 6000 3184 asks for 3-D Secure,
4000 0000 0000 9995 is declined. Stop with Ctrl+C; the data stays in ${folder}.
`);
}

await main();
