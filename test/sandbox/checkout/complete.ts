import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { type Cause, emit } from "../stripe/events.ts";

/** Completes an open session that was paid, or whose card was saved. Inside a transaction. */
export function completeSession(
  sandbox: Sandbox,
  cause: Cause,
  sessionId: string,
  method: Stripe.PaymentMethod,
  paymentStatus: "paid" | "unpaid" = "paid",
): Stripe.Checkout.Session {
  const { store } = sandbox;
  const session = store.get("sessions", sessionId);
  if (session?.status !== "open") throw new Error(`Session ${sessionId} is not open`);
  const { address, email, name, phone } = method.billing_details;
  const completed: Stripe.Checkout.Session = {
    ...session,
    status: "complete",
    payment_status: session.mode === "setup" ? "no_payment_required" : paymentStatus,
    customer_details: {
      address,
      business_name: null,
      email,
      individual_name: null,
      name,
      phone,
      tax_exempt: "none",
      tax_ids: [],
    },
  };
  store.put("sessions", completed);
  store.remove("openSessions", sessionId);
  emit(sandbox, cause, "checkout.session.completed", completed);
  return completed;
}
