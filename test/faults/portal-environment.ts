import { randomBytes } from "node:crypto";
import { startSandbox, type RunningSandbox } from "#test/sandbox/start.ts";

/**
 * Starts the sandbox, a process of its own whose state outlives every portal, and names what all
 * processes of a portal under test need to know but their database and port.
 *
 * @param origin where the portal is reached, also by the sandbox's webhooks
 * @param state the sandbox's folder
 */
export async function preparePortalEnvironment(
  origin: string,
  state: string,
): Promise<{ sandbox: RunningSandbox; environment: Record<string, string> }> {
  const stripeSecret = `whsec_${randomBytes(24).toString("hex")}`;
  const resendSecret = `whsec_${randomBytes(24).toString("base64")}`;
  const sandbox = await startSandbox({
    state,
    webhook: { url: `${origin}/webhooks/stripe`, secret: stripeSecret },
    resendWebhook: { url: `${origin}/webhooks/resend`, secret: resendSecret },
  });
  const environment = {
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    DEMO: "1",
    APP_URL: origin,
    SESSION_SECRET: randomBytes(32).toString("hex"),
    STRIPE_SECRET_KEY: "sk_test_faults",
    STRIPE_WEBHOOK_SECRET: stripeSecret,
    STRIPE_BASE_URL: sandbox.url,
    RESEND_API_KEY: "re_faults",
    RESEND_WEBHOOK_SECRET: resendSecret,
    RESEND_BASE_URL: sandbox.url,
  };
  return { sandbox, environment };
}
