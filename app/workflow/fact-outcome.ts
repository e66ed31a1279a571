import type { Database } from "#db/client.ts";
import type { GatewayFailure } from "../gateways/gateway-answer.ts";
import type { PaymentGateway } from "../gateways/payments.ts";
import type { Dispatch } from "./dispatch.ts";

/** What learning facts from Stripe works with. */
export interface PaymentParts {
  database: Database;
  dispatch: Dispatch;
  payments: PaymentGateway;
}

/**
 * What asking came to.
 * - `applied`: the machine knows the fact, now or from before
 * - `nothing`: there is no fact yet, or one that the machine has outgrown
 * - `ignored`: the object is none of ours
 * - `retry`: no answer, or too early; ask again later
 */
export type FactOutcome = {
  outcome: "applied" | "nothing" | "ignored" | "retry";
  detail: string;
};

/** What a question without an answer comes to. */
export function failedAnswer(failure: GatewayFailure): FactOutcome {
  const isMissing = failure.outcome === "refused" && failure.code === "resource_missing";
  return { outcome: isMissing ? "ignored" : "retry", detail: failure.reason };
}
