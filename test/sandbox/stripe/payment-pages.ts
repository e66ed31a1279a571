import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { completeSession } from "../checkout/complete.ts";
import { type Call, endpoint } from "./call.ts";
import { confirmWithCard } from "./confirm-intent.ts";
import { ApiError, invalidRequest, noSuch } from "./errors.ts";
import { confirmOtherwise, endDebit } from "./other-methods.ts";
import { integer, optional, required, text } from "./parameters.ts";
import { paymentIntentOf } from "./session-intent.ts";
import { usableMethod } from "./use-method.ts";

/** The hosted page's own interface, which Stripe's tool pays sessions by without a browser. */
export const retrievePage = endpoint({}, ({ sandbox, id }) => {
  const session = openSession(sandbox, id("session"));
  return { id: session.id, object: "checkout.session", amount_total: session.amount_total };
});

export const confirmPage = endpoint(
  { expected_amount: optional(integer()), payment_method: required(text()) },
  (call, { expected_amount, payment_method }) => {
    const { sandbox, id } = call;
    const session = openSession(sandbox, id("session"));
    if (expected_amount !== undefined && expected_amount !== session.amount_total) {
      throw invalidRequest(
        "The amount of this Checkout Session is not what the payer saw.",
        "checkout_amount_mismatch",
        "expected_amount",
      );
    }
    return pay(call, session, payment_method);
  },
);

function pay(call: Call, session: Stripe.Checkout.Session, id: string): object {
  const { sandbox } = call;
  const { store } = sandbox;
  const data = store.get("openSessions", session.id)?.payment_intent_data ?? {};
  const intent = paymentIntentOf(sandbox, call, session, data);
  const owner = typeof session.customer === "string" ? session.customer : null;
  const method = usableMethod(sandbox, id, owner);
  if (method.type !== "card") {
    const processing = confirmOtherwise(sandbox, call, intent, method);
    const completed = completeSession(sandbox, call, session.id, method, "unpaid");
    const due = store.get("scheduled", processing.id);
    if (due && due.at <= sandbox.clock.now()) endDebit(sandbox, call, due.subject, due.outcome);
    return completed;
  }
  const confirmation = { intent, method, offSession: false, failOnAction: false, returnUrl: null };
  const paid = confirmWithCard(sandbox, call, confirmation);
  if (paid instanceof ApiError) return paid;
  if (paid.status !== "succeeded") return session;
  return completeSession(sandbox, call, session.id, method);
}

function openSession({ store }: Sandbox, id: string): Stripe.Checkout.Session {
  const session = store.get("sessions", id);
  if (!session) throw noSuch("payment_page", id, "payment_page");
  if (session.status === "open") return session;
  throw invalidRequest("This Checkout Session is no longer active.", "payment_page_inactive");
}
