import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { type Call, endpoint } from "./call.ts";
import { type ApiError, invalidRequest, noSuch } from "./errors.ts";
import { emit } from "./events.ts";
import { checkCustomer } from "./find-customer.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import {
  flag,
  hash,
  list,
  metadata,
  oneOf,
  optional,
  required,
  text,
  webAddress,
} from "./parameters.ts";
import { confirmSetup } from "./set-up-card.ts";
import { buildSetup } from "./setup-object.ts";
import { usableMethod } from "./use-method.ts";

const OPTIONS = hash({
  card: optional(
    hash({ request_three_d_secure: optional(oneOf("any", "automatic", "challenge")) }),
  ),
});

const CONFIRM = {
  payment_method: optional(text()),
  payment_method_options: optional(OPTIONS),
  return_url: optional(webAddress),
  use_stripe_sdk: optional(flag),
};

export const createSetup = endpoint(
  {
    ...CONFIRM,
    allowed_payment_method_types: optional(list(oneOf("card"))),
    automatic_payment_methods: optional(
      hash({ enabled: required(flag), allow_redirects: optional(oneOf("always", "never")) }),
    ),
    confirm: optional(flag),
    customer: optional(text()),
    description: optional(text(1000)),
    metadata: optional(metadata),
    usage: optional(oneOf("off_session", "on_session")),
  },
  (call, parameters) => {
    const { sandbox, version } = call;
    const { customer, confirm, payment_method } = parameters;
    if (customer) checkCustomer(sandbox, customer, 400);
    const types = parameters.payment_method_types ?? parameters.allowed_payment_method_types;
    const automatic = version === null || types ? null : { enabled: true };
    const draft = buildSetup({
      created: sandbox.clock.now(),
      allowedTypes: parameters.allowed_payment_method_types,
      automaticMethods: parameters.automatic_payment_methods ?? automatic,
      customer: customer ?? null,
      description: parameters.description,
      metadata: parameters.metadata,
      requestThreeDSecure: parameters.payment_method_options?.card?.request_three_d_secure,
      types,
      usage: parameters.usage,
    });
    const intent: Stripe.SetupIntent =
      payment_method && !confirm
        ? {
            ...draft,
            status: "requires_confirmation",
            payment_method: usableMethod(sandbox, payment_method, customer ?? null).id,
          }
        : draft;
    sandbox.store.put("setupIntents", intent);
    emit(sandbox, call, "setup_intent.created", intent);
    return confirm ? confirmWith(call, intent, parameters) : intent;
  },
  { payment_method_types: optional(list(oneOf("card"))) },
);

export const confirmSetupIntent = endpoint(CONFIRM, (call, parameters) => {
  const intent = findSetup(call.sandbox, call.id("intent"));
  refuseEnded(intent, "confirm");
  return confirmWith(call, intent, parameters);
});

export const cancelSetup = endpoint(
  {
    cancellation_reason: optional(oneOf("abandoned", "requested_by_customer", "duplicate")),
  },
  (call, { cancellation_reason }) => {
    const intent = findSetup(call.sandbox, call.id("intent"));
    refuseEnded(intent, "cancel");
    const canceled: Stripe.SetupIntent = {
      ...intent,
      status: "canceled",
      cancellation_reason: cancellation_reason ?? null,
      next_action: null,
    };
    call.sandbox.store.put("setupIntents", canceled);
    emit(call.sandbox, call, "setup_intent.canceled", canceled);
    return canceled;
  },
);

export const retrieveSetup = endpoint({ client_secret: optional(text()) }, ({ sandbox, id }) =>
  findSetup(sandbox, id("intent")),
);

export const listSetups = endpoint(
  { ...PAGING, created: optional(moment), customer: optional(text()) },
  ({ sandbox, path }, parameters) => {
    const intents = sandbox.store
      .all("setupIntents")
      .filter(
        (intent) =>
          (parameters.created?.(intent.created) ?? true) &&
          (!parameters.customer || intent.customer === parameters.customer),
      );
    return paginate(intents, parameters, path, "setup_intent");
  },
);

function confirmWith(
  call: Call,
  intent: Stripe.SetupIntent,
  { payment_method, return_url }: { payment_method?: string; return_url?: string },
): Stripe.SetupIntent | ApiError {
  const id = payment_method ?? intent.payment_method;
  if (typeof id !== "string") {
    throw unexpectedState(
      intent,
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
    );
  }
  if (
    intent.automatic_payment_methods?.enabled &&
    intent.automatic_payment_methods.allow_redirects !== "never" &&
    !return_url
  ) {
    throw invalidRequest(
      "This SetupIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`.",
    );
  }
  const owner = typeof intent.customer === "string" ? intent.customer : null;
  const method = usableMethod(call.sandbox, id, owner);
  return confirmSetup(call.sandbox, call, intent, method, return_url ?? null);
}

function findSetup({ store }: Sandbox, id: string): Stripe.SetupIntent {
  const intent = store.get("setupIntents", id);
  if (!intent) throw noSuch("setupintent", id, "intent");
  return intent;
}

function refuseEnded(intent: Stripe.SetupIntent, act: "confirm" | "cancel"): void {
  if (intent.status !== "succeeded" && intent.status !== "canceled") return;
  throw unexpectedState(
    intent,
    `You cannot ${act} this SetupIntent because it has a status of ${intent.status}.`,
  );
}

function unexpectedState(intent: Stripe.SetupIntent, message: string): Error {
  const error = invalidRequest(message, "setup_intent_unexpected_state");
  error.body.setup_intent = intent;
  return error;
}
