import { z } from "zod";
import type { Sandbox } from "../sandbox.ts";
import { findDispute } from "../stripe/dispute-endpoints.ts";
import { closeDispute, escalateDispute, openDispute } from "../stripe/disputes.ts";
import { chargeOf } from "../stripe/refunds.ts";

const SUBJECT = { charge: z.string().optional(), payment_intent: z.string().optional() };

const OPENING = z.strictObject({
  ...SUBJECT,
  amount: z.number().int().min(1).optional(),
  reason: z.string().default("fraudulent"),
  inquiry: z.boolean().default(false),
});

/** The cardholder's bank takes a charge back, or with `inquiry` only asks. Inside a transaction. */
export function disputeCharge(sandbox: Sandbox, body: unknown): object {
  const { charge, payment_intent, ...opening } = OPENING.parse(body);
  return openDispute(sandbox, chargeOf(sandbox, charge, payment_intent), opening);
}

const ENDING = z.strictObject({
  status: z.enum(["won", "lost", "warning_closed", "needs_response"]),
  fee_returned: z.boolean().default(false),
});

/** Ends a dispute, or turns an inquiry into one (`needs_response`). Inside a transaction. */
export function moveDispute(sandbox: Sandbox, body: unknown, id: string): object {
  const { status, fee_returned } = ENDING.parse(body);
  const dispute = findDispute(sandbox, id);
  return status === "needs_response"
    ? escalateDispute(sandbox, dispute)
    : closeDispute(sandbox, dispute, status, fee_returned);
}
