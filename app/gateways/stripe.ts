import { checkoutDescription } from "#app/documents/checkout-description.ts";
import Stripe from "stripe";
import type { CheckoutRequest, GatewayAnswer, PaymentGateway } from "./payments.ts";
import { intentOfCharge, lineOf, paymentOf, payoutOf, sessionOf } from "./stripe-objects.ts";
import { ask } from "./stripe-outcome.ts";
import { verifyWebhook } from "./stripe-webhook.ts";

/** The version whose shapes the portal reads; the webhook endpoint has to be pinned to it as well. */
export const stripeApiVersion = "2026-10-28.endive";

const leastYen = 50;
const mostYen = 99_999_999;
const pageSize = 100;

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

/** Reads a list to its end. A page that fails makes the whole answer that failure: never a part. */
async function readAll<Item extends { id: string }, Value>(
  readPage: (after: string | undefined) => Promise<GatewayAnswer<Stripe.ApiList<Item>>>,
  convert: (item: Item) => Value,
): Promise<GatewayAnswer<Value[]>> {
  const values: Value[] = [];
  for (let after: string | undefined; ;) {
    const page = await readPage(after);
    if (page.outcome !== "done") return page;
    values.push(...page.value.data.map(convert));
    after = page.value.data.at(-1)?.id;
    if (!page.value.has_more || after === undefined) return { outcome: "done", value: values };
  }
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
  const read = <Value>(call: () => Promise<Value>) => ask("read", seconds, call);
  const write = <Value>(call: () => Promise<Value>) => ask("write", seconds, call);
  return {
    openCheckout: async (request) => {
      const { amount, paymentId: idempotencyKey } = request;
      if (!Number.isInteger(amount) || amount < leastYen || amount > mostYen) {
        return { outcome: "refused", reason: `${amount} yen can't be charged`, code: "amount" };
      }
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
    listPayouts: () =>
      readAll(
        (after) => read(() => stripe.payouts.list({ limit: pageSize, starting_after: after })),
        payoutOf,
      ),
    readPayoutLines: (payout) => {
      const query = { payout, limit: pageSize, expand: ["data.source"] };
      return readAll(
        (after) => read(() => stripe.balanceTransactions.list({ ...query, starting_after: after })),
        lineOf,
      );
    },
    verifyWebhook: (rawBody, signature) => verifyWebhook({ secrets, livemode }, rawBody, signature),
  };
}
