import { withExtraFields } from "../hostile/extra-fields.ts";
import type { Sandbox } from "../sandbox.ts";
import { pendingWebhooks } from "./outbox.ts";
import { stripeSignature, svixHeaders } from "./sign.ts";
import type { TargetName } from "./targets.ts";

const ANSWER_WITHIN_MS = 10_000;

/** What one attempt came to. `unreachable`: nobody answered, so later webhooks would fare no better. */
export type Attempt =
  | { kind: "accepted"; status: number }
  | { kind: "refused"; status: number }
  | { kind: "unreachable"; error: string };

/** Sends one webhook once, freshly signed with the wall clock. */
export async function sendWebhook(
  sandbox: Sandbox,
  target: TargetName,
  id: string,
): Promise<Attempt> {
  const endpoint = sandbox.targets[target];
  if (!endpoint) return { kind: "unreachable", error: "no endpoint configured" };
  const body = webhookBody(sandbox, target, id);
  const timestamp = Math.floor(Date.now() / 1000);
  const headers: Record<string, string> =
    target === "stripe"
      ? {
          "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
          "stripe-signature": stripeSignature(body, endpoint.secret, timestamp),
        }
      : {
          "user-agent": "Svix-Webhooks/1.0",
          ...svixHeaders(id, body, endpoint.secret, timestamp),
        };
  try {
    const response = await fetch(endpoint.url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await response.body?.cancel();
    return { kind: response.ok ? "accepted" : "refused", status: response.status };
  } catch (error) {
    return { kind: "unreachable", error: reason(error) };
  }
}

function webhookBody(sandbox: Sandbox, target: TargetName, id: string): string {
  if (target === "stripe") {
    const event = sandbox.store.get("events", id);
    // Stripe sends the event indented; a receiver that re-serialises the body breaks the signature.
    const sent = { ...event, pending_webhooks: pendingWebhooks(sandbox, id) };
    const object = sandbox.hostility && event ? withExtraFields(event.data.object) : null;
    const told = object ? withExtraFields({ ...sent, data: { ...event?.data, object } }) : sent;
    return JSON.stringify(told, null, 2);
  }
  const event = sandbox.store.get("mailEvents", id);
  return JSON.stringify({ type: event?.type, created_at: event?.created_at, data: event?.data });
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
