import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { OpenSession } from "../store/tables.ts";
import type { Decline } from "../stripe/cards.ts";

/** What a submitted card, or an answered 3-D Secure challenge, came to. */
export type Outcome =
  | { kind: "paid"; session: Stripe.Checkout.Session }
  | { kind: "declined"; decline: Decline }
  | { kind: "challenge"; token: string }
  | { kind: "authentication_failed" }
  /** The session was paid or expired before, or the challenge is no longer the current one. */
  | { kind: "closed" };

/** The issuer's page inside the hosted one; it replaces an earlier challenge of the session. */
export function openChallenge(
  { store, origin }: Sandbox,
  open: OpenSession,
  payment_method: string,
): { token: string; next_action: { type: string; redirect_to_url: Address } } {
  const token = newId("challenge");
  store.put("openSessions", { ...open, challenge: { token, payment_method } });
  return {
    token,
    next_action: {
      type: "redirect_to_url",
      redirect_to_url: {
        return_url: `${origin}/c/pay/${open.id}`,
        url: `${origin}/c/pay/${open.id}/challenge/${token}`,
      },
    },
  };
}

type Address = Stripe.PaymentIntent.NextAction.RedirectToUrl;
