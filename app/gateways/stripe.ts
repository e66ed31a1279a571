import { checkoutDescription } from "#app/documents/checkout-description.ts";
import Stripe from "stripe";
import type { CheckoutRequest, PaymentGateway } from "./payments.ts";
import { isChargeable, notChargeable } from "./charge-limits.ts";
import { stripeCards } from "./stripe-cards.ts";
import { intentOfCharge, lineOf, paymentOf, payoutOf, sessionOf } from "./stripe-objects.ts";
import { stripeComparison } from "./stripe-comparison.ts";
import { pageAfter, readAll, type Call } from "./stripe-lists.ts";
import { stripeRefunds } from "./stripe-refunds.ts";
import { stripeCircuit } from "./stripe-circuit.ts";
import { attempt } from "./stripe-outcome.ts";
import { verifyWebhook } from "./stripe-webhook.ts";

/** The version whose shapes the portal reads; the webhook endpoint has to be pinned to it as well. */
export const stripeApiVersion = "2026-10-28.endive";

export interface PaymentGatewayOptions {
  secretKey: string;
  /** Newest first; an older one counts until it is taken off the list. */
  webhookSecrets: readonly string[];
  /** Where Stripe's API is reached, if not at Stripe. */
  baseUrl?: string;
  /** For one whole call, the answer's last byte included. */
  timeoutSeconds: number;
  /** Whether real money is moved. */
  livemode: boolean;
  /** How long no call goes out after many in a row found an outage. */
  pauseSeconds?: number;
  /** How long no call goes out after Stripe refused the key. */
  keyPauseSeconds?: number;
}

function checkOptions({
  secretKey,
  webhookSecrets,
  livemode,
  timeoutSeconds,
}: PaymentGatewayOptions) {
  const mode = livemode ? "live" : "test";
  if (!new RegExp(`^[sr]k_${mode}_`).test(secretKey)) {
    throw new Error(`The Stripe key is no key for ${mode} mode.`);
  }
  if (
    webhookSecrets.length === 0 ||
    !webhookSecrets.every((secret) => /^whsec_\S+$/.test(secret))
  ) {
    throw new Error("A Stripe webhook secret is missing or malformed.");
  }
  if (!(timeoutSeconds > 0)) throw new Error("The time-out of Stripe calls must be above 0.");
}

function connect({ secretKey, baseUrl, timeoutSeconds }: PaymentGatewayOptions): Stripe {
  const url = baseUrl === undefined ? null : new URL(baseUrl);
  const isHttp = url?.protocol === "http:";
  return new Stripe(secretKey, {
    apiVersion: stripeApiVersion,
    // The portal repeats by its own rules: under the same key, and never inside a page's wait.
    maxNetworkRetries: 0,
    timeout: timeoutSeconds * 1000,
    telemetry: false,
    ...(url && {
      host: url.hostname,
      port: url.port || (isHttp ? "80" : "443"),
      protocol: isHttp ? ("http" as const) : ("https" as const),
    }),
  });
}

function checkoutParameters(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const { paymentId, customerId, invoiceId, invoiceNumber, amount } = request;
  const description = checkoutDescription(invoiceNumber, request.locale);
  const metadata = { paymentId, customerId, invoiceId };
  const price = { currency: "jpy", unit_amount: amount, product_data: { name: description } };
  return {
    mode: "payment",
    allowed_payment_method_types: ["card"],
    // Liability shifts only where 3-D Secure was run, so it is asked for with every card.
    payment_method_options: { card: { request_three_d_secure: "any" } },
    line_items: [{ quantity: 1, price_data: price }],
    client_reference_id: paymentId,
    metadata,
    payment_intent_data: { description, metadata },
    locale: request.locale,
    submit_type: "pay",
    expires_at: Math.floor(Date.parse(request.expiresAt) / 1000),
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
  };
}

/**
 * Opens the way to Stripe.
 *
 * @example
 * const payments = createPaymentGateway({
 *   secretKey: "sk_test_…", webhookSecrets: ["whsec_…"], timeoutSeconds: 20, livemode: false,
 * });
 * @throws Error where a key or secret is malformed or of the other mode: the portal must not start
 */
export function createPaymentGateway(options: PaymentGatewayOptions): PaymentGateway {
  checkOptions(options);
  const stripe = connect(options);
  const { timeoutSeconds: seconds, webhookSecrets: secrets, livemode } = options;
  const { pauseSeconds = 15, keyPauseSeconds = 300 } = options;
  const circuit = stripeCircuit(pauseSeconds, keyPauseSeconds);
  const read: Call = (call) => circuit(() => attempt("read", seconds, call));
  const write: Call = (call) => circuit(() => attempt("write", seconds, call));
  return {
    ...stripeCards(stripe, read, write),
    ...stripeRefunds(stripe, read, write),
    ...stripeComparison(stripe, read),
    openCheckout: async (request) => {
      const { amount, paymentId: idempotencyKey } = request;
      if (!isChargeable(amount)) return notChargeable(amount);
      const parameters = checkoutParameters(request);
      return write(async () =>
        sessionOf(await stripe.checkout.sessions.create(parameters, { idempotencyKey })),
      );
    },
    readCheckout: (id) => read(async () => sessionOf(await stripe.checkout.sessions.retrieve(id))),
    expireCheckout: (id) => write(async () => sessionOf(await stripe.checkout.sessions.expire(id))),
    readPayment: (id) =>
      read(async () =>
        paymentOf(await stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] })),
      ),
    readIntentOfCharge: (id) => read(async () => intentOfCharge(await stripe.charges.retrieve(id))),
    readPayout: (id) => read(async () => payoutOf(await stripe.payouts.retrieve(id))),
    listPayouts: () => readAll(read, (page) => stripe.payouts.list(page), payoutOf),
    readPayoutPage: (payout, after) => {
      const query = { payout, expand: ["data.source"], ...pageAfter(after) };
      return read(async () => {
        const page = await stripe.balanceTransactions.list(query);
        return { items: page.data.map((line) => lineOf(line)), hasMore: page.has_more };
      });
    },
    verifyWebhook: (rawBody, signature) => verifyWebhook({ secrets, livemode }, rawBody, signature),
  };
}
