import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { LineItem } from "../store/tables.ts";
import { endpoint } from "./call.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { type Cause, emit } from "./events.ts";
import { buildLineItem } from "./line-items.ts";
import { moment, type Page, PAGING, paginate } from "./pages.ts";
import { oneOf, optional, text } from "./parameters.ts";
import { cancelPaymentIntent } from "./payment-intents.ts";
import { buildSession } from "./session-object.ts";
import { LEAST_YEN, MOST_YEN, SESSION_PARAMETERS } from "./session-parameters.ts";

const HALF_HOUR = 30 * 60;
const DAY = 24 * 60 * 60;
// Stripe allows for the time between computing `expires_at` and its arrival.
const SLACK = 60;

export const createSession = endpoint(SESSION_PARAMETERS, ({ sandbox }, parameters) => {
  const { store, clock } = sandbox;
  const now = clock.now();
  if (parameters.customer && parameters.customer_email) {
    throw invalidRequest("You may only specify one of these parameters: customer, customer_email.");
  }
  if (parameters.customer && !store.get("customers", parameters.customer)) {
    throw noSuch("customer", parameters.customer, "customer", 400);
  }
  const items = parameters.line_items.map((line) => buildLineItem(line, now));
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  checkTotal(total);
  const expiresAt = parameters.expires_at ?? now + DAY;
  checkExpiry(expiresAt, now);
  const session = buildSession({ ...parameters, id: newId("cs_test", 58), total, now, expiresAt });
  store.put("sessions", session);
  store.put("lineItems", { id: session.id, items });
  store.put("openSessions", {
    id: session.id,
    expires_at: expiresAt,
    payment_intent_data: {
      ...parameters.payment_intent_data,
      request_three_d_secure: parameters.payment_method_options?.card?.request_three_d_secure,
    },
    challenge: null,
  });
  return presentSession(sandbox, session);
});

export const retrieveSession = endpoint({}, ({ sandbox, id }) =>
  presentSession(sandbox, findSession(sandbox, id("session"))),
);

export const listSessions = endpoint(
  {
    ...PAGING,
    created: optional(moment),
    customer: optional(text()),
    payment_intent: optional(text()),
    status: optional(oneOf("open", "complete", "expired")),
  },
  ({ sandbox, path }, parameters) => {
    const sessions = sandbox.store
      .all("sessions")
      .filter(
        (session) =>
          (parameters.created?.(session.created) ?? true) &&
          (!parameters.customer || session.customer === parameters.customer) &&
          (!parameters.payment_intent || session.payment_intent === parameters.payment_intent) &&
          (!parameters.status || session.status === parameters.status),
      );
    const page = paginate(sessions, parameters, path, "checkout.session");
    return { ...page, data: page.data.map((session) => presentSession(sandbox, session)) };
  },
);

export const listSessionLineItems = endpoint(PAGING, ({ sandbox, id, path }, parameters) => {
  const session = findSession(sandbox, id("session"));
  const items = sandbox.store.get("lineItems", session.id)?.items ?? [];
  return paginate(items.toReversed(), parameters, path, "item");
});

/** Stripe refuses to expire a session that is paid or expired already. */
export const expireSession = endpoint({}, (call) => {
  const session = findSession(call.sandbox, call.id("session"));
  if (session.status !== "open") {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
    );
  }
  return closeExpired(call.sandbox, call, session);
});

/** Expires an open session and cancels its payment. Inside a transaction. */
export function closeExpired(
  sandbox: Sandbox,
  cause: Cause,
  session: Stripe.Checkout.Session,
): Stripe.Checkout.Session {
  const expired: Stripe.Checkout.Session = { ...session, status: "expired" };
  sandbox.store.put("sessions", expired);
  sandbox.store.remove("openSessions", session.id);
  if (typeof session.payment_intent === "string") {
    cancelPaymentIntent(sandbox, cause, session.payment_intent);
  }
  emit(sandbox, cause, "checkout.session.expired", expired);
  return expired;
}

/** The session as the API shows it: `url` exists for as long as it can be paid. */
export function presentSession(
  { origin }: Sandbox,
  session: Stripe.Checkout.Session,
): Stripe.Checkout.Session {
  return { ...session, url: session.status === "open" ? `${origin}/c/pay/${session.id}` : null };
}

/** The lines of a session as the sub-list Stripe includes when asked. */
export function lineItemsOfSession({ store }: Sandbox, id: string): Page<LineItem> {
  return {
    object: "list",
    data: store.get("lineItems", id)?.items ?? [],
    has_more: false,
    url: `/v1/checkout/sessions/${id}/line_items`,
  };
}

function findSession({ store }: Sandbox, id: string): Stripe.Checkout.Session {
  const session = store.get("sessions", id);
  if (!session) throw noSuch("checkout.session", id, "session");
  return session;
}

function checkTotal(total: number): void {
  if (total < LEAST_YEN) {
    throw invalidRequest(
      `The Checkout Session's total amount due must add up to at least ¥${LEAST_YEN} jpy`,
      "amount_too_small",
      "line_items",
    );
  }
  if (total > MOST_YEN) {
    throw invalidRequest(
      "The Checkout Session's total amount must be no more than ¥99,999,999 jpy",
      "amount_too_large",
      "line_items",
    );
  }
}

function checkExpiry(expiresAt: number, now: number): void {
  if (expiresAt >= now + HALF_HOUR - SLACK && expiresAt <= now + DAY + SLACK) return;
  const limit = expiresAt > now + DAY ? "less than 24 hours" : "at least 30 minutes";
  throw invalidRequest(
    `The \`expires_at\` timestamp must be ${limit} from Checkout Session creation.`,
    undefined,
    "expires_at",
  );
}
