import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import type { LineItem } from "../store/tables.ts";
import { endpoint } from "./call.ts";
import { invalidRequest, noSuch } from "./errors.ts";
import { type Cause, emit } from "./events.ts";
import { moment, type Page, PAGING, paginate } from "./pages.ts";
import { oneOf, optional, text } from "./parameters.ts";
import { cancelPaymentIntent } from "./payment-intents.ts";

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
  const setup = sandbox.store.get("setupIntents", String(session.setup_intent));
  if (setup) {
    const canceled: Stripe.SetupIntent = {
      ...setup,
      status: "canceled",
      cancellation_reason: "abandoned",
      next_action: null,
    };
    sandbox.store.put("setupIntents", canceled);
    emit(sandbox, cause, "setup_intent.canceled", canceled);
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
