import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";
import { confirmWithCard } from "./confirm-intent.ts";
import { otherMethod } from "./create-method.ts";
import { checkAmount } from "./currencies.ts";
import { type ApiError, invalidRequest } from "./errors.ts";
import { type Cause, emit } from "./events.ts";
import { checkCustomer } from "./find-customer.ts";
import { buildIntent } from "./intent-object.ts";
import {
  CONFIRM_PARAMETERS,
  CREATE_PARAMETERS,
  OLDER_PARAMETERS,
  UPDATE_PARAMETERS,
} from "./intent-parameters.ts";
import { confirmOtherwise } from "./other-methods.ts";
import { changePaymentIntent, findIntent, unexpectedState } from "./payment-intents.ts";
import { usableMethod } from "./use-method.ts";

type Confirm = {
  payment_method?: string;
  payment_method_data?: { type: string };
  off_session?: boolean;
  error_on_requires_action?: boolean;
  return_url?: string;
};

export const createIntent = endpoint(
  CREATE_PARAMETERS,
  (call, parameters) => {
    const { sandbox, version } = call;
    const { amount, currency, customer, confirm } = parameters;
    checkAmount(amount, currency, "Amount must be", "amount");
    if (customer) checkCustomer(sandbox, customer, 400);
    if (!confirm) refuseWithoutConfirm(parameters);
    const older = parameters.payment_method_types;
    const types = older ?? parameters.allowed_payment_method_types;
    const automatic = version === null || types ? null : { enabled: true };
    const draft = buildIntent({
      amount,
      currency,
      created: sandbox.clock.now(),
      allowedTypes: parameters.allowed_payment_method_types,
      automaticMethods: parameters.automatic_payment_methods ?? automatic,
      captureMethod: parameters.capture_method,
      confirmationMethod: parameters.confirmation_method,
      customer: customer ?? null,
      description: parameters.description,
      metadata: parameters.metadata,
      receiptEmail: parameters.receipt_email,
      requestThreeDSecure: parameters.payment_method_options?.card?.request_three_d_secure,
      setupFutureUsage: parameters.setup_future_usage,
      shipping: (parameters.shipping as Stripe.PaymentIntent.Shipping | undefined) ?? null,
      statementDescriptor: parameters.statement_descriptor,
      statementDescriptorSuffix: parameters.statement_descriptor_suffix,
      types,
    });
    const method = parameters.payment_method;
    const intent: Stripe.PaymentIntent =
      method && !confirm
        ? {
            ...draft,
            status: "requires_confirmation",
            payment_method: usableMethod(sandbox, method, customer ?? null).id,
          }
        : draft;
    sandbox.store.put("paymentIntents", intent);
    emit(sandbox, call, "payment_intent.created", intent);
    return confirm ? confirmIntentWith(sandbox, call, intent, parameters) : intent;
  },
  OLDER_PARAMETERS,
);

export const confirmIntent = endpoint(CONFIRM_PARAMETERS, (call, parameters) => {
  const intent = findIntent(call.sandbox, call.id("intent"));
  if (
    !["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status)
  ) {
    const why =
      intent.status === "succeeded"
        ? "it has already succeeded after being previously confirmed"
        : `it has a status of ${intent.status}`;
    throw unexpectedState(intent, `You cannot confirm this PaymentIntent because ${why}.`);
  }
  const usage = parameters.setup_future_usage ?? intent.setup_future_usage;
  const changed = { ...intent, setup_future_usage: usage };
  return confirmIntentWith(call.sandbox, call, changed, parameters);
});

export const updateIntent = endpoint(UPDATE_PARAMETERS, (call, parameters) => {
  const { sandbox, id } = call;
  const before = findIntent(sandbox, id("intent"));
  const { amount, customer, payment_method } = parameters;
  const open = ["requires_payment_method", "requires_confirmation", "requires_action"];
  if ((amount || payment_method) && !open.includes(before.status)) {
    throw unexpectedState(
      before,
      `This PaymentIntent's amount could not be updated because it has a status of ${before.status}.`,
    );
  }
  if (amount) checkAmount(amount, before.currency, "Amount must be", "amount");
  if (customer) checkCustomer(sandbox, customer, 400);
  const owner = customer ?? (typeof before.customer === "string" ? before.customer : null);
  const intent: Stripe.PaymentIntent = {
    ...before,
    amount: amount ?? before.amount,
    customer: owner,
    description: parameters.description ?? before.description,
    metadata: { ...before.metadata, ...parameters.metadata },
    ...(payment_method && {
      status: "requires_confirmation",
      payment_method: usableMethod(sandbox, payment_method, owner).id,
    }),
  };
  return changePaymentIntent(sandbox, call, intent, null);
});

function confirmIntentWith(
  sandbox: Sandbox,
  cause: Cause,
  intent: Stripe.PaymentIntent,
  parameters: Confirm,
): Stripe.PaymentIntent | ApiError {
  const returnUrl = parameters.return_url ?? null;
  if (intent.automatic_payment_methods?.enabled && !returnUrl) requireReturn(intent);
  const id = parameters.payment_method ?? intent.payment_method;
  const owner = typeof intent.customer === "string" ? intent.customer : null;
  const type = parameters.payment_method_data?.type;
  if (type === "customer_balance") {
    return confirmOtherwise(sandbox, cause, intent, otherMethod(sandbox, type, null));
  }
  if (typeof id !== "string") {
    throw unexpectedState(
      intent,
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    );
  }
  const method = usableMethod(sandbox, id, owner);
  if (method.type !== "card") return confirmOtherwise(sandbox, cause, intent, method);
  return confirmWithCard(sandbox, cause, {
    intent,
    method,
    offSession: parameters.off_session ?? false,
    failOnAction: parameters.error_on_requires_action ?? false,
    returnUrl,
  });
}

function requireReturn(intent: Stripe.PaymentIntent): void {
  if (intent.automatic_payment_methods?.allow_redirects === "never") return;
  throw invalidRequest(
    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
  );
}

function refuseWithoutConfirm(parameters: Confirm): void {
  for (const name of ["off_session", "error_on_requires_action", "return_url"] as const) {
    if (parameters[name] === undefined) continue;
    throw invalidRequest(
      `The parameter ${name} cannot be passed when creating a PaymentIntent unless confirm is set to true.`,
      undefined,
      name,
    );
  }
}
