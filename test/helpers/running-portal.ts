import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox, type RunningSandbox } from "#test/sandbox/start.ts";
import { makeTestStore } from "./database.ts";
import { findFreePort, startNode, type RunningProcess } from "./processes.ts";

/** A mail as the sandbox took it. */
export interface SentMail {
  id: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
}

/** The built demo, running as processes of its own on a database of its own. */
export interface RunningPortal {
  readonly url: string;
  readonly sandbox: RunningSandbox;
  /** The mails to one address so far, oldest first. */
  mailsTo(address: string): Promise<SentMail[]>;
  /** Waits for a mail to an address whose subject matches. Throws after half a minute. */
  waitForMail(address: string, subject: RegExp): Promise<SentMail>;
  stop(): Promise<void>;
}

const bundle = "build/server/index.js";
const stripeSecret = "whsec_journey";
const resendSecret = `whsec_${Buffer.from("journey-journey-journey").toString("base64")}`;

async function waitUntilReady(url: string, portal: RunningProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`The portal did not become ready:\n${portal.output()}`);
}

/** Starts sandbox and portal with the demo's data. The bundle must have been built. */
export async function startRunningPortal(): Promise<RunningPortal> {
  const store = await makeTestStore();
  const state = mkdtempSync(join(tmpdir(), "portal-sandbox-"));
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const sandbox = await startSandbox({
    state,
    webhook: { url: `http://127.0.0.1:${port}/webhooks/stripe`, secret: stripeSecret },
    resendWebhook: { url: `http://127.0.0.1:${port}/webhooks/resend`, secret: resendSecret },
  });
  const environment = {
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    DEMO: "1",
    PORT: String(port),
    APP_URL: url,
    SESSION_SECRET: "a session secret of the journeys only",
    ...(store.kind === "postgres" ? { DATABASE_URL: store.url } : { DATA: store.folder }),
    STRIPE_SECRET_KEY: "sk_test_journey",
    STRIPE_WEBHOOK_SECRET: stripeSecret,
    STRIPE_BASE_URL: sandbox.url,
    RESEND_API_KEY: "re_journey",
    RESEND_WEBHOOK_SECRET: resendSecret,
    RESEND_BASE_URL: sandbox.url,
  };
  const seed = startNode([bundle, "seed"], environment);
  if ((await seed.exited) !== 0) throw new Error(`The seed failed:\n${seed.output()}`);
  const portal = startNode([bundle, "all"], environment);
  await waitUntilReady(url, portal);
  const mailsTo = async (address: string): Promise<SentMail[]> => {
    const query = new URLSearchParams({ to: address }).toString();
    const answer = await fetch(`${sandbox.url}/_sandbox/mails?${query}`);
    const body = (await answer.json()) as { data: SentMail[] } | SentMail[];
    return Array.isArray(body) ? body : body.data;
  };
  return {
    url,
    sandbox,
    mailsTo,
    waitForMail: async (address, subject) => {
      for (let attempt = 0; attempt < 150; attempt += 1) {
        const found = (await mailsTo(address)).find((mail) => subject.test(mail.subject));
        if (found) return found;
        await new Promise((done) => setTimeout(done, 200));
      }
      const seen = (await mailsTo(address)).map((mail) => mail.subject).join(", ");
      throw new Error(`No mail to ${address} is about ${subject}. Seen: ${seen}`);
    },
    stop: async () => {
      await portal.kill("SIGTERM");
      await sandbox.stop();
      await store.close();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
