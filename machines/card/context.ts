/** What the portal keeps of a card: enough to recognise it by, nothing to pay with. */
export interface CardFace {
  /** As Stripe spells it, such as `visa`. */
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
}

/** What a saved card (登録カード) knows. Days are ISO, other times ISO instants. */
export interface CardContext {
  cardId: string;
  /** The wording that was consented to, when, and by whom. */
  consent: { version: string; at: string; by: string | null } | null;
  sessionId: string | null;
  expiresAt: string | null;
  /** The payment method at Stripe. */
  methodId: string | null;
  face: CardFace | null;
  savedAt: string | null;
  /** The warnings that went out before its last day. */
  warned: string[];
  /** The card that took its place. */
  replacedBy: string | null;
  /** Why it is blocked: the code of the payment that was refused for good. */
  code: string | null;
  endedOn: string | null;
  lookedUp: boolean;
}

/** A card before anybody wants to save it. */
export const noCard: CardContext = {
  cardId: "",
  consent: null,
  sessionId: null,
  expiresAt: null,
  methodId: null,
  face: null,
  savedAt: null,
  warned: [],
  replacedBy: null,
  code: null,
  endedOn: null,
  lookedUp: false,
};
