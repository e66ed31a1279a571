import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import { type Call, endpoint } from "./call.ts";
import { checkAmount } from "./currencies.ts";
import { invalidRequest } from "./errors.ts";
import { emit } from "./events.ts";
import { checkCustomer } from "./find-customer.ts";
import { buildLineItem, pricedLine } from "./line-items.ts";
import { buildSession } from "./session-object.ts";
import { OLDER_SESSION_PARAMETERS, SESSION_PARAMETERS } from "./session-parameters.ts";
import { presentSession } from "./sessions.ts";
import { buildSetup } from "./setup-object.ts";

const HALF_HOUR = 30 * 60;
const DAY = 24 * 60 * 60;
// Stripe allows for the time between computing `expires_at` and its arrival.
const SLACK = 60;

export const createSession = endpoint(
  SESSION_PARAMETERS,
  (call, parameters) => {
    const { sandbox } = call;
    const { store, clock } = sandbox;
    const now = clock.now();
    const { customer, customer_email, mode } = parameters;
    if (customer && customer_email) {
      throw invalidRequest(
        "You may only specify one of these parameters: customer, customer_email.",
      );
    }
    if (customer) checkCustomer(sandbox, customer, 400);
    checkMode(parameters);
    const lines = (parameters.line_items ?? []).map((line, index) =>
      pricedLine(sandbox, line, index),
    );
    const items = lines.map((line) => buildLineItem(line, now));
    const currency = lines[0]?.price_data.currency ?? parameters.currency ?? null;
    const total = mode === "setup" ? null : items.reduce((sum, item) => sum + item.amount_total, 0);
    if (total !== null && currency) {
      const subject = "The Checkout Session's total amount due must add up to";
      checkAmount(total, currency, subject, "line_items");
    }
    const expiresAt = parameters.expires_at ?? now + DAY;
    checkExpiry(expiresAt, now);
    const session = buildSession({
      ...parameters,
      id: newId("cs_test", 58),
      total,
      currency,
      now,
      expiresAt,
      mode,
      setupIntent: mode === "setup" ? makeSetup(call, parameters).id : null,
      types: parameters.payment_method_types ?? parameters.allowed_payment_method_types ?? ["card"],
      allowedTypes: parameters.allowed_payment_method_types ?? null,
    });
    const card = parameters.payment_method_options?.card;
    const data = parameters.payment_intent_data;
    store.put("sessions", session);
    store.put("lineItems", { id: session.id, items });
    store.put("openSessions", {
      id: session.id,
      expires_at: expiresAt,
      payment_intent_data: {
        ...data,
        shipping: data?.shipping as Stripe.PaymentIntent.Shipping | undefined,
        request_three_d_secure: card?.request_three_d_secure,
        setup_future_usage: data?.setup_future_usage ?? card?.setup_future_usage,
      },
      challenge: null,
    });
    return presentSession(sandbox, session);
  },
  OLDER_SESSION_PARAMETERS,
);

interface Given {
  mode: "payment" | "setup";
  customer?: string;
  currency?: string;
  line_items?: unknown[];
  payment_intent_data?: unknown;
  setup_intent_data?: { description?: string; metadata?: Record<string, string> };
  allowed_payment_method_types?: string[];
  payment_method_types?: string[];
  payment_method_options?: { card?: { request_three_d_secure?: string } };
}

function makeSetup({ sandbox, ...cause }: Call, given: Given): Stripe.SetupIntent {
  const setup = buildSetup({
    created: sandbox.clock.now(),
    allowedTypes: given.allowed_payment_method_types,
    customer: given.customer ?? null,
    description: given.setup_intent_data?.description,
    metadata: given.setup_intent_data?.metadata,
    requestThreeDSecure: given.payment_method_options?.card?.request_three_d_secure,
  });
  sandbox.store.put("setupIntents", setup);
  emit(sandbox, cause, "setup_intent.created", setup);
  return setup;
}

/** Each mode has parameters of its own, and refuses the other's. */
function checkMode(given: Given): void {
  const { mode } = given;
  if (mode === "payment" && !given.line_items?.length) {
    throw invalidRequest("Missing required param: line_items.", "parameter_missing", "line_items");
  }
  const foreign =
    mode === "payment" ? ["setup_intent_data"] : ["line_items", "payment_intent_data"];
  for (const name of foreign) {
    if (given[name as keyof Given] === undefined) continue;
    throw invalidRequest(`You can not pass \`${name}\` in \`${mode}\` mode.`, undefined, name);
  }
  const typed = given.allowed_payment_method_types ?? given.payment_method_types;
  if (mode === "setup" && !given.currency && !typed) {
    throw invalidRequest(
      "You must provide `currency` or the payment method types in `setup` mode.",
      "parameter_missing",
      "currency",
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
