import Stripe from "stripe";
import { log } from "../log.ts";
import { deadKey, type GatewayAnswer, type GatewayFailure } from "./payments.ts";

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
  if (error instanceof Stripe.errors.StripeIdempotencyError || status === 401 || status === 403) {
    log.error({ alarm: "stripe", status, code, requestId: error.requestId }, "Stripe refuses us");
    return { outcome: "refused", reason: `${status} ${code}`, code };
  }
  return { outcome: "refused", reason, code };
}

/**
 * Makes one call and names its outcome. The deadline holds for the whole answer: the SDK's own
 * time-out starts anew with every byte.
 */
export async function ask<Value>(
  kind: CallKind,
  deadlineSeconds: number,
  call: () => Promise<Value>,
): Promise<GatewayAnswer<Value>> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue()), deadlineSeconds * 1000);
  });
  try {
    return { outcome: "done", value: await Promise.race([call(), deadline]) };
  } catch (error) {
    return failureOf(kind, error);
  } finally {
    clearTimeout(timer);
  }
}
