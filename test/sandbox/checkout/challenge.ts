import type Stripe from "stripe";
import { catchUp } from "../due.ts";
import { type Exchange, redirect, type Reply } from "../http/exchange.ts";
import { PAGE_HEADERS } from "../http/layout.ts";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Challenge } from "../store/tables.ts";
import { completeSetup, failSetup } from "../stripe/set-up-card.ts";
import { declineIntent, failAuthentication, settleIntent } from "../stripe/settle.ts";
import { testCard } from "../stripe/test-cards.ts";
import { challengePage, noticePage } from "./challenge-page.ts";
import { TEXTS } from "./texts.ts";

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

/**
 * The issuer's page of a payment that the portal itself confirmed: `/c/challenge/:token` (GET shows, POST
 * `result=pass|fail`). Goes back to the `return_url` with the three parameters that Stripe adds.
 */
export function answerChallengePage(sandbox: Sandbox, exchange: Exchange): Reply {
  catchUp(sandbox);
  const token = exchange.path.split("/")[3] ?? "";
  const challenge = sandbox.store.get("challenges", token);
  const intent = challenge && intentOf(sandbox, challenge);
  if (!challenge || !intent) return page(409, noticePage(TEXTS.staleTitle, TEXTS.staleText, null));
  const last4 = sandbox.store.get("paymentMethods", challenge.payment_method)?.card?.last4 ?? "";
  if (exchange.method !== "POST") {
    const amount = intent.object === "payment_intent" ? intent.amount : null;
    return page(200, challengePage(exchange.path, amount, last4));
  }
  const passed = new URLSearchParams(exchange.body).get("result") === "pass";
  const done = sandbox.store.transaction(() => carryOn(sandbox, challenge, intent, passed));
  if (!challenge.return_url) {
    return page(200, noticePage(TEXTS.challengeDoneTitle, TEXTS.challengeDoneText, null));
  }
  return redirect(returnAddress(challenge.return_url, done));
}

function intentOf({ store }: Sandbox, { intent }: Challenge): Intent | undefined {
  const found = store.get("paymentIntents", intent) ?? store.get("setupIntents", intent);
  return found?.status === "requires_action" ? found : undefined;
}

function carryOn(sandbox: Sandbox, challenge: Challenge, waiting: Intent, passed: boolean): Intent {
  const { store } = sandbox;
  store.remove("challenges", challenge.id);
  const cause = { requestId: newId("req", 14), idempotencyKey: null };
  const method = store.get("paymentMethods", challenge.payment_method);
  if (!method) throw new Error(`No payment method ${challenge.payment_method}`);
  const { decline } = testCard(store.get("cards", method.id)?.card ?? "");
  if (waiting.object === "payment_intent") {
    const intent = { ...waiting, next_action: null };
    if (!passed) return failAuthentication(sandbox, cause, intent, method);
    const attempt = { intent, method, authentication: "challenge" as const };
    return decline
      ? declineIntent(sandbox, cause, { ...attempt, decline })
      : settleIntent(sandbox, cause, attempt);
  }
  if (passed) return completeSetup(sandbox, cause, waiting, method);
  return failSetup(sandbox, cause, waiting, {
    code: "setup_intent_authentication_failure",
    message:
      "The latest attempt to set up the payment method has failed because authentication failed.",
    payment_method: method,
    type: "invalid_request_error",
  });
}

function returnAddress(address: string, intent: Intent): string {
  const url = new URL(address);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? "");
  const through = intent.status === "succeeded" || intent.status === "requires_capture";
  url.searchParams.set("redirect_status", through ? "succeeded" : "failed");
  return url.href;
}

function page(status: number, body: string): Reply {
  return { status, headers: PAGE_HEADERS, body };
}
