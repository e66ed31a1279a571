import Stripe from "stripe";
import { checkoutDescription } from "#app/documents/checkout-description.ts";
import type { CardGateway, ChargeRequest, SetupRequest } from "./cards.ts";
import { isChargeable, notChargeable } from "./charge-limits.ts";
import type { GatewayAnswer } from "./gateway-answer.ts";
import { methodOf, setupOf } from "./stripe-card-objects.ts";
import { findInList, type Call } from "./stripe-lists.ts";
import { paymentOf, sessionOf } from "./stripe-objects.ts";

function setupParameters(request: SetupRequest): Stripe.Checkout.SessionCreateParams {
  const { cardId, customerId, stripeCustomerId: customer } = request;
  const metadata = { cardId, customerId };
  return {
    mode: "setup",
    currency: "jpy",
    allowed_payment_method_types: ["card"],
    customer,
    // A card that its holder authenticated once is asked for less often when it is charged.
    payment_method_options: { card: { request_three_d_secure: "any" } },
    client_reference_id: cardId,
    metadata,
    setup_intent_data: { metadata },
    locale: request.locale,
    expires_at: Math.floor(Date.parse(request.expiresAt) / 1000),
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
  };
}

function chargeParameters(request: ChargeRequest): Stripe.PaymentIntentCreateParams {
  const { paymentId, customerId, invoiceId, amount } = request;
  return {
    amount,
    currency: "jpy",
    customer: request.stripeCustomerId,
    payment_method: request.methodId,
    allowed_payment_method_types: ["card"],
    off_session: true,
    confirm: true,
    description: checkoutDescription(request.invoiceNumber, request.locale),
    metadata: { paymentId, customerId, invoiceId },
  };
}

/** The intent of a charge, also of one that the issuer refused: both exist at Stripe. */
async function intentOf(call: () => Promise<Stripe.PaymentIntent>): Promise<Stripe.PaymentIntent> {
  try {
    return await call();
  } catch (error) {
    const isRefused = error instanceof Stripe.errors.StripeCardError;
    if (isRefused && error.payment_intent) return error.payment_intent;
    throw error;
  }
}

const redirectOf = (intent: Stripe.PaymentIntent): string | null =>
  intent.status === "requires_action" ? (intent.next_action?.redirect_to_url?.url ?? null) : null;

/** The id of what a search found; null where it found nothing. */
const foundId = (answer: GatewayAnswer<{ id: string } | null>): GatewayAnswer<string | null> =>
  answer.outcome === "done" ? { outcome: "done", value: answer.value?.id ?? null } : answer;

/** Saved cards at Stripe, by the calls of a gateway that name their outcomes. */
export function stripeCards(stripe: Stripe, read: Call, write: Call): CardGateway {
  return {
    createCustomer: (customerId, idempotencyKey) =>
      write(async () => {
        const metadata = { customerId };
        return (await stripe.customers.create({ metadata }, { idempotencyKey })).id;
      }),
    findCustomer: async (customerId, since) => {
      const created = { gte: Math.floor(Date.parse(since) / 1000) };
      return foundId(
        await findInList(
          read,
          (page) => stripe.customers.list({ created, ...page }),
          ({ metadata }) => metadata["customerId"] === customerId,
        ),
      );
    },
    openSetup: (request) =>
      write(async () => {
        const idempotencyKey = request.cardId;
        const parameters = setupParameters(request);
        return sessionOf(await stripe.checkout.sessions.create(parameters, { idempotencyKey }));
      }),
    readSetup: (id) =>
      read(async () =>
        setupOf(await stripe.setupIntents.retrieve(id, { expand: ["payment_method"] })),
      ),
    readMethod: (id) => read(async () => methodOf(await stripe.paymentMethods.retrieve(id))),
    detachMethod: (id) =>
      write(async () => {
        await stripe.paymentMethods.detach(id);
        return null;
      }),
    chargeCard: async (request, idempotencyKey) => {
      if (!isChargeable(request.amount)) return notChargeable(request.amount);
      const parameters = chargeParameters(request);
      return write(async () => {
        const call = () => stripe.paymentIntents.create(parameters, { idempotencyKey });
        return (await intentOf(call)).id;
      });
    },
    findIntent: async (customer, paymentId) =>
      foundId(
        await findInList(
          read,
          (page) => stripe.paymentIntents.list({ customer, ...page }),
          ({ metadata }) => metadata["paymentId"] === paymentId,
        ),
      ),
    authenticate: (id, methodId, returnUrl) =>
      write(async () => {
        const intent = await stripe.paymentIntents.retrieve(id);
        const begun = redirectOf(intent);
        const waits = ["requires_payment_method", "requires_confirmation", "requires_action"];
        if (begun !== null || !waits.includes(intent.status)) return begun;
        const confirm = { payment_method: methodId, return_url: returnUrl };
        return redirectOf(await intentOf(() => stripe.paymentIntents.confirm(id, confirm)));
      }),
    cancelIntent: (id) =>
      write(async () =>
        paymentOf(await stripe.paymentIntents.cancel(id, { cancellation_reason: "abandoned" })),
      ),
  };
}
