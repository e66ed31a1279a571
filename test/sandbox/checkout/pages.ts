import type Stripe from "stripe";
import { catchUp } from "../due.ts";
import { type Exchange, redirect, type Reply } from "../http/exchange.ts";
import { PAGE_HEADERS } from "../http/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import { parseCardForm, type Typed } from "./card-form.ts";
import { cardPage } from "./card-page.ts";
import { challengePage, noticePage } from "./challenge-page.ts";
import type { Outcome } from "./outcome.ts";
import { answerChallenge, submitCard } from "./pay.ts";
import { AUTHENTICATION_FAILED_TEXT, DECLINE_TEXTS, DECLINED_TEXT, TEXTS } from "./texts.ts";

/**
 * The hosted page: `/c/pay/:session` (GET shows, POST pays) and `/c/pay/:session/challenge/:token`
 * (GET shows, POST `result=pass|fail`). Redirects to the session's `success_url` once it is paid.
 */
export function answerCheckout(sandbox: Sandbox, exchange: Exchange): Reply {
  catchUp(sandbox);
  const [, , , id = "", step, token = "", ...rest] = exchange.path.split("/");
  const session = sandbox.store.get("sessions", id);
  const known = step === undefined || (step === "challenge" && rest.length === 0);
  if (!session || !known) {
    return page(404, noticePage(TEXTS.notFoundTitle, TEXTS.notFoundText, null));
  }
  const posted = exchange.method === "POST";
  if (session.status !== "open") return closedPage(session, posted);
  if (step === "challenge")
    return challenge(sandbox, session, token, posted ? exchange.body : null);
  return posted ? pay(sandbox, session, exchange.body) : form(sandbox, session, 200, {});
}

function pay(sandbox: Sandbox, session: Stripe.Checkout.Session, body: string): Reply {
  const parsed = parseCardForm(body, knownEmail(sandbox, session), sandbox.clock.now());
  const { typed } = parsed;
  if (parsed.kind === "invalid")
    return form(sandbox, session, 422, { fields: parsed.fields, typed });
  return afterAttempt(sandbox, session, submitCard(sandbox, session.id, parsed.card), typed);
}

function challenge(
  sandbox: Sandbox,
  session: Stripe.Checkout.Session,
  token: string,
  body: string | null,
): Reply {
  const current = sandbox.store.get("openSessions", session.id)?.challenge;
  if (current?.token !== token) return stalePage(session);
  if (body === null) {
    const last4 = sandbox.store.get("paymentMethods", current.payment_method)?.card?.last4 ?? "";
    const address = `/c/pay/${session.id}/challenge/${token}`;
    return page(200, challengePage(address, session.amount_total, last4));
  }
  const passed = new URLSearchParams(body).get("result") === "pass";
  return afterAttempt(sandbox, session, answerChallenge(sandbox, session.id, token, passed), null);
}

function afterAttempt(
  sandbox: Sandbox,
  session: Stripe.Checkout.Session,
  outcome: Outcome,
  typed: Typed | null,
): Reply {
  switch (outcome.kind) {
    case "paid":
      return redirect(successAddress(outcome.session));
    case "challenge":
      return redirect(`/c/pay/${session.id}/challenge/${outcome.token}`);
    case "declined": {
      const failure = DECLINE_TEXTS[outcome.decline.decline_code] ?? DECLINED_TEXT;
      return form(sandbox, session, 402, { failure, ...(typed ? { typed } : {}) });
    }
    case "authentication_failed":
      return form(sandbox, session, 402, { failure: AUTHENTICATION_FAILED_TEXT });
    case "closed":
      return stalePage(session);
  }
}

function form(
  sandbox: Sandbox,
  session: Stripe.Checkout.Session,
  status: number,
  shown: Partial<Pick<Parameters<typeof cardPage>[0], "fields" | "failure" | "typed">>,
): Reply {
  const items = sandbox.store.get("lineItems", session.id)?.items ?? [];
  const empty = { fields: [], failure: null, typed: { name: "", email: "" } };
  return page(
    status,
    cardPage({ session, items, knownEmail: knownEmail(sandbox, session), ...empty, ...shown }),
  );
}

function closedPage(session: Stripe.Checkout.Session, posted: boolean): Reply {
  if (session.status === "complete") {
    const link = { href: successAddress(session), text: TEXTS.continueLink };
    return page(posted ? 409 : 200, noticePage(TEXTS.completeTitle, TEXTS.completeText, link));
  }
  const link = session.cancel_url ? { href: session.cancel_url, text: TEXTS.returnLink } : null;
  return page(410, noticePage(TEXTS.expiredTitle, TEXTS.expiredText, link));
}

function stalePage(session: Stripe.Checkout.Session): Reply {
  const link = { href: `/c/pay/${session.id}`, text: TEXTS.staleLink };
  return page(409, noticePage(TEXTS.staleTitle, TEXTS.staleText, link));
}

function knownEmail({ store }: Sandbox, session: Stripe.Checkout.Session): string | null {
  if (session.customer_email) return session.customer_email;
  const customer =
    typeof session.customer === "string" ? store.get("customers", session.customer) : null;
  return customer?.email ?? null;
}

function successAddress(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

function page(status: number, body: string): Reply {
  return { status, headers: PAGE_HEADERS, body };
}
