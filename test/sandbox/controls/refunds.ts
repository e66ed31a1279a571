import { z } from "zod";
import type { Sandbox } from "../sandbox.ts";
import { endRefund } from "../stripe/end-refund.ts";
import { NO_REQUEST } from "../stripe/events.ts";
import { refundCharge } from "../stripe/refund-charge.ts";
import { chargeOf, findRefund } from "../stripe/refunds.ts";

const REFUND = z.strictObject({
  charge: z.string().optional(),
  payment_intent: z.string().optional(),
  amount: z.number().int().min(1).optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  pending: z.boolean().optional(),
});

/** Somebody refunds a charge in the Dashboard, which the portal hears of afterwards. */
export function refundInDashboard(sandbox: Sandbox, body: unknown): object {
  const { charge, payment_intent, ...request } = REFUND.parse(body);
  return refundCharge(sandbox, NO_REQUEST, chargeOf(sandbox, charge, payment_intent), request);
}

const ENDING = z.strictObject({
  status: z.enum(["succeeded", "failed"]),
  failure_reason: z.string().optional(),
});

/** The cardholder's bank takes a refund, or sends it back, also days after it was taken. */
export function moveRefund(sandbox: Sandbox, body: unknown, id: string): object {
  const { status, failure_reason } = ENDING.parse(body);
  return endRefund(sandbox, id, status, failure_reason) ?? findRefund(sandbox, id);
}
