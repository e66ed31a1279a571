import type { CardFace } from "#machines/card/context.ts";
import type { GatewayAnswer, Ownership } from "./gateway-answer.ts";

/** A payment method at Stripe that is a card; `stripeCustomerId` is null once it is detached. */
export interface SavedMethod {
  methodId: string;
  stripeCustomerId: string | null;
  face: CardFace;
}

/** How the saving of a card stands. */
export interface CardSetup {
  cardId: string | null;
  customerId: string | null;
  state: "open" | "succeeded" | "cancelled";
  method: SavedMethod | null;
}

/** The same request under the same card id must have the same members, or Stripe refuses it. */
export interface SetupRequest {
  /** Idempotency key: the card's id. */
  cardId: string;
  customerId: string;
  stripeCustomerId: string;
  locale: "ja" | "en";
  /** ISO instant, from half an hour to a day ahead. */
  expiresAt: string;
  successUrl: string;
  cancelUrl: string;
}

/** A session in which a card is saved. */
export interface SetupSession {
  sessionId: string;
  /** Where the customer is sent; null once the session is complete or expired. */
  url: string | null;
  expiresAt: string;
}

/** A charge without the cardholder; the same members under the same payment id. */
export interface ChargeRequest {
  paymentId: string;
  customerId: string;
  invoiceId: string;
  /** What the charge is called at Stripe, in the customer's language. */
  invoiceNumber: string;
  locale: "ja" | "en";
  stripeCustomerId: string;
  methodId: string;
  /** Yen, from 50 to 99,999,999. */
  amount: number;
}

/** Saved cards at Stripe, as far as the portal uses them. */
export interface CardGateway {
  /** Makes the customer at Stripe; asked twice under the same key it is the same one. */
  createCustomer(customerId: string, key: string): Promise<GatewayAnswer<string>>;
  /** The customer made for one of the portal's since an ISO instant, or null. */
  findCustomer(customerId: string, since: string): Promise<GatewayAnswer<string | null>>;
  openSetup(request: SetupRequest): Promise<GatewayAnswer<SetupSession>>;
  readSetup(setupId: string): Promise<GatewayAnswer<CardSetup>>;
  readMethod(methodId: string): Promise<GatewayAnswer<SavedMethod>>;
  detachMethod(methodId: string): Promise<GatewayAnswer<null>>;
  /**
   * Charges a saved card. A card that is declined is an answer, too: its payment intent says why.
   *
   * @param key idempotency key: the payment's id, or another one after a search found nothing
   */
  chargeCard(request: ChargeRequest, key: string): Promise<GatewayAnswer<string>>;
  /** The payment intent that was made for a payment of a customer at Stripe, or null. */
  findIntent(stripeCustomerId: string, paymentId: string): Promise<GatewayAnswer<string | null>>;
  /** Takes the cardholder to its bank for the same payment intent; null where it need not go. */
  authenticate(
    intentId: string,
    methodId: string,
    returnUrl: string,
  ): Promise<GatewayAnswer<string | null>>;
  /** Cancels what nobody has paid; what was paid meanwhile is refused. */
  cancelIntent(intentId: string): Promise<GatewayAnswer<Ownership>>;
}
