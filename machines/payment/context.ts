import type { PaymentMethod } from "./events.ts";

/** What a payment knows. Amounts are yen, days ISO, other times ISO instants. */
export interface PaymentContext {
  paymentId: string;
  invoiceId: string;
  /** Yen asked for. */
  amount: number;
  method: PaymentMethod;
  /** The saved card that is charged. */
  cardId: string | null;
  /** The day on which the invoice would be charged again if this came to nothing. */
  retryDay: string | null;
  createdAt: string | null;
  sessionId: string | null;
  expiresAt: string | null;
  intentId: string | null;
  chargeId: string | null;
  valueDay: string | null;
  failureCode: string | null;
  lookedUp: boolean;
  /** The ISO day on which the issuer asked for the cardholder. */
  actionSince: string | null;
  /** Whether Stripe has been asked to take the charge back. */
  givenUp: boolean;
  /** Yen that came in; null before any has. */
  received: number | null;
  /** Whether the invoice has taken them: what is another amount than asked for waits for a person. */
  isApplied: boolean;
  /** What goes back or went back, and how much of it the payment had left, in yen. */
  refunds: { id: string; amount: number; covered: number }[];
  /** What its holder disputes, and how much the payment has borne of what was lost, in yen. */
  disputes: { id: string; amount: number; covered: number; state: "open" | "won" | "lost" }[];
}

/** A payment before it is created. */
export const noPayment: PaymentContext = {
  paymentId: "",
  invoiceId: "",
  amount: 0,
  method: "card",
  cardId: null,
  retryDay: null,
  createdAt: null,
  sessionId: null,
  expiresAt: null,
  intentId: null,
  chargeId: null,
  valueDay: null,
  failureCode: null,
  lookedUp: false,
  actionSince: null,
  givenUp: false,
  received: null,
  isApplied: false,
  refunds: [],
  disputes: [],
};
