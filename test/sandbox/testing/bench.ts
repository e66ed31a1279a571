import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import Stripe from "stripe";
import { type RunningSandbox, startSandbox } from "../start.ts";
import { startReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

export const WEBHOOK_SECRET = "whsec_sandbox_tests";
export const RESEND_WEBHOOK_SECRET = `whsec_${Buffer.from("sandbox tests' svix secret").toString("base64")}`;

/** A sandbox with its own state, the two real SDKs pointed at it, and an endpoint for each kind of webhook. */
export interface Bench {
  sandbox: RunningSandbox;
  stripe: Stripe;
  resend: Resend;
  webhooks: WebhookReceiver;
  mailWebhooks: WebhookReceiver;
  /** Starts the same state again on the same port. */
  restart(): Promise<void>;
  control(method: string, path: string, body?: unknown): Promise<Response>;
  close(): Promise<void>;
}

/**
 * Opens such a bench; `close` it at the end.
 *
 * @param door the address below which both kinds of webhooks go, instead of to the bench's receivers
 */
export async function openBench(door?: string): Promise<Bench> {
  const state = await mkdtemp(join(tmpdir(), "sandbox-test-"));
  const webhooks = await startReceiver();
  const mailWebhooks = await startReceiver();
  const start = (port: number): Promise<RunningSandbox> =>
    startSandbox({
      state,
      port,
      webhook: { url: door ? `${door}/stripe` : webhooks.url, secret: WEBHOOK_SECRET },
      resendWebhook: {
        url: door ? `${door}/resend` : mailWebhooks.url,
        secret: RESEND_WEBHOOK_SECRET,
      },
    });
  const sandbox = await start(0);
  const bench: Bench = {
    sandbox,
    stripe: stripeClient(sandbox.url),
    resend: new Resend("re_sandbox_tests", { baseUrl: sandbox.url }),
    webhooks,
    mailWebhooks,
    restart: async () => {
      bench.sandbox = await start(Number(new URL(sandbox.url).port));
    },
    control: (method, path, body) =>
      fetch(`${sandbox.url}/_sandbox${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    close: async () => {
      await bench.sandbox.stop();
      await Promise.all([webhooks.close(), mailWebhooks.close()]);
      await rm(state, { recursive: true });
    },
  };
  return bench;
}

/** The real SDK without retries of its own, so that a test sees every answer. */
export function stripeClient(url: string, options: Partial<Stripe.StripeConfig> = {}): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe("sk_test_sandbox", {
    host: hostname,
    port,
    protocol: "http",
    maxNetworkRetries: 0,
    telemetry: false,
    ...options,
  });
}
