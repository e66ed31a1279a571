import {
  BROKEN,
  type Decline,
  EXPIRED,
  FRAUDULENT,
  GENERIC,
  LOST,
  POOR,
  REAL_CARD,
  STOLEN,
  UNAVAILABLE,
  WRONG_CODE,
} from "./cards.ts";

/** How one of Stripe's test cards behaves: https://docs.stripe.com/testing */
export interface TestCard {
  number: string;
  /**
   * When the issuer wants the cardholder to pass 3-D Secure: `untilSetUp` spares a card that was saved
   * with it, `onSession` spares charges without the cardholder.
   */
  authentication: "never" | "always" | "untilSetUp" | "onSession";
  /** Every charge, also after authentication. */
  decline: Decline | null;
  /** Whether the card can be saved although its charges are declined. */
  savable: boolean;
  /** What comes after a charge that succeeded. */
  sequel: "dispute" | "inquiry" | "pendingRefund" | "failingRefund" | null;
  /** Skips the days until the money can be paid out. */
  availableAtOnce: boolean;
}

/** By the name that follows `pm_card_` in Stripe's test payment methods. */
export const TEST_CARDS: Record<string, TestCard> = {
  visa: card("4242424242424242"),
  mastercard: card("5555555555554444"),
  amex: card("378282246310005"),
  jcb: card("3566002020360505"),
  unionpay: card("4000003920000003"),
  bypassPending: card("4000000000000077", { availableAtOnce: true }),
  authenticationRequired: card("4000002760003184", { authentication: "always" }),
  authenticationRequiredOnSetup: card("4000002500003155", { authentication: "untilSetUp" }),
  authenticationRequiredSetupForOffSession: card("4000003800000446", {
    authentication: "onSession",
  }),
  threeDSecure2Required: card("4000000000003220", { authentication: "always" }),
  threeDSecureRequiredChargeDeclined: card("4000008400001629", {
    authentication: "always",
    decline: GENERIC,
    savable: true,
  }),
  authenticationRequiredChargeDeclinedInsufficientFunds: card("4000008260003178", {
    authentication: "untilSetUp",
    decline: POOR,
    savable: true,
  }),
  chargeCustomerFail: card("4000000000000341", { decline: GENERIC, savable: true }),
  chargeDeclined: card("4000000000000002", { decline: GENERIC }),
  chargeDeclinedInsufficientFunds: card("4000000000009995", { decline: POOR }),
  chargeDeclinedLostCard: card("4000000000009987", { decline: LOST }),
  chargeDeclinedStolenCard: card("4000000000009979", { decline: STOLEN }),
  chargeDeclinedFraudulent: card("4100000000000019", { decline: FRAUDULENT }),
  chargeDeclinedExpiredCard: card("4000000000000069", { decline: EXPIRED }),
  chargeDeclinedIncorrectCvc: card("4000000000000127", { decline: WRONG_CODE }),
  chargeDeclinedProcessingError: card("4000000000000119", { decline: BROKEN }),
  // Not among Stripe's own: an issuer that can't be reached, which only a control can ask for.
  chargeDeclinedIssuerNotAvailable: card("4000000000000010", { decline: UNAVAILABLE }),
  createDispute: card("4000000000000259", { sequel: "dispute" }),
  createDisputeInquiry: card("4000000000001976", { sequel: "inquiry" }),
  pendingRefund: card("4000000000007726", { sequel: "pendingRefund" }),
  refundFail: card("4000000000005126", { sequel: "failingRefund" }),
};

const REAL: TestCard = card("", { decline: REAL_CARD });

/** The name of the test card with this number; of a number that is none, `liveCard`. */
export function cardName(number: string): string {
  const found = Object.entries(TEST_CARDS).find(([, card]) => card.number === number);
  return found?.[0] ?? "liveCard";
}

/** How the card of that name behaves. */
export function testCard(name: string): TestCard {
  return TEST_CARDS[name] ?? REAL;
}

/** Stripe calls declining cards both `chargeDeclined…` and `visa_chargeDeclined…`. */
export function cardOfTestId(id: string, prefix: "pm_card_" | "tok_"): string | null {
  if (!id.startsWith(prefix)) return null;
  const name = id.slice(prefix.length).replace(/^visa_/, "");
  return Object.hasOwn(TEST_CARDS, name) ? name : null;
}

function card(number: string, behaviour: Partial<TestCard> = {}): TestCard {
  return {
    number,
    authentication: "never",
    decline: null,
    savable: behaviour.decline === undefined,
    sequel: null,
    availableAtOnce: false,
    ...behaviour,
  };
}
