import Stripe from "stripe";
import { log } from "../log.ts";
import { deadKey, type GatewayFailure } from "./gateway-answer.ts";
import type { Attempt, WayFault } from "./stripe-circuit.ts";

/** Whether a call could have changed something at Stripe before its answer was lost. */
export type CallKind = "read" | "write";

/** Stripe did not finish its answer in time, though it may have kept the connection busy. */
class Overdue extends Error {}

/** The request can't have left: nothing listened, or the host has no address. */
const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

function withoutAnswer(kind: CallKind, reason: string): GatewayFailure {
  return { outcome: kind === "write" ? "unknown" : "retry", reason };
}

function ofConnection(kind: CallKind, error: Stripe.errors.StripeConnectionError): GatewayFailure {
  const { code } = (error.detail ?? {}) as { code?: string };
  if (code && neverSent.has(code)) return { outcome: "retry", reason: code };
  return withoutAnswer(kind, code ?? error.message);
}

/**
 * Names what an error of the SDK means.
 *
 * @throws the error itself where it is a fault of ours and not an answer of Stripe
 */
export function failureOf(kind: CallKind, error: unknown): GatewayFailure {
  if (error instanceof Overdue) return withoutAnswer(kind, "no complete answer in time");
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  if (error instanceof Stripe.errors.StripeConnectionError) return ofConnection(kind, error);
  const { statusCode: status, headers } = error;
  if (status === undefined) return withoutAnswer(kind, error.message);
  const code = error.code ?? error.type;
  const reason = `${status} ${code}: ${error.message}`;
  if (error instanceof Stripe.errors.StripeRateLimitError || status === 409) {
    return { outcome: "retry", reason };
  }
  if (status >= 500) {
    const replayed = headers?.["idempotent-replayed"] === "true";
    return replayed ? { outcome: "refused", reason, code: deadKey } : { outcome: "retry", reason };
  }
  if (status === 401 || status === 403) {
    // Not a word about the matter itself: with a sound key the same request may go through.
    log.error({ alarm: "stripe", status, code, requestId: error.requestId }, "Stripe refuses us");
    return { outcome: "retry", reason: `${status} ${code}` };
  }
  if (error instanceof Stripe.errors.StripeIdempotencyError) {
    log.error(
      { alarm: "stripe", status, code, requestId: error.requestId },
      "a key was used twice",
    );
    return { outcome: "refused", reason: `${status} ${code}`, code };
  }
  return { outcome: "refused", reason, code };
}

/** What an error says of the way to Stripe: null where Stripe answered, if only with a refusal. */
function faultOf(error: unknown): WayFault | null {
  if (error instanceof Overdue) return "outage";
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  const { statusCode: status, headers } = error;
  if (status === 401 || status === 403) return "key";
  const isReplayed = headers?.["idempotent-replayed"] === "true";
  return status === undefined || (status >= 500 && !isReplayed) ? "outage" : null;
}

/**
 * Makes one call and names its outcome. The deadline holds for the whole answer: the SDK's own
 * time-out starts anew with every byte.
 */
export async function attempt<Value>(
  kind: CallKind,
  deadlineSeconds: number,
  call: () => Promise<Value>,
): Promise<Attempt<Value>> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue()), deadlineSeconds * 1000);
  });
  try {
    const value = await Promise.race([call(), deadline]);
    return { answer: { outcome: "done", value }, fault: null };
  } catch (error) {
    return { answer: failureOf(kind, error), fault: faultOf(error) };
  } finally {
    clearTimeout(timer);
  }
}
