import { findCard, findCardByMethod, type CardRow } from "#db/queries/cards/find-card.ts";
import { readStripeCustomer } from "#db/queries/cards/stripe-customer.ts";
import type { SavedMethod } from "../gateways/cards.ts";
import { isIdentifier } from "../identifier.ts";
import { log } from "../log.ts";
import { failedAnswer, type FactOutcome, type PaymentParts } from "./fact-outcome.ts";
import { tellStripeFact, type FactTarget } from "./tell-stripe-fact.ts";

const engine = { role: "portal_engine" } as const;

const targetOf = ({ customerId, cardId }: CardRow): FactTarget => ({
  ...{ customerId, machineId: cardId, kind: "card" },
});

async function findOurs(
  { database }: PaymentParts,
  { customerId, cardId }: { customerId: string | null; cardId: string | null },
): Promise<(CardRow & { stripeCustomerId: string | null }) | null> {
  if (!customerId || !cardId || !isIdentifier(customerId) || !isIdentifier(cardId)) return null;
  return database.transaction(engine, async (tx) => {
    const card = await findCard(tx, { customerId, cardId });
    const stripe = card && (await readStripeCustomer(tx, customerId));
    return card && { ...card, stripeCustomerId: stripe?.stripeCustomerId ?? null };
  });
}

/**
 * Asks Stripe how the saving of a card stands and tells the card machine.
 *
 * @param hasExpired whether the session in which it was to be saved is over
 * @param receivedAt ISO instant that counts for what was learned
 */
export async function learnOfSetup(
  parts: PaymentParts,
  setupId: string,
  hasExpired: boolean,
  receivedAt: string,
): Promise<FactOutcome> {
  const answer = await parts.payments.readSetup(setupId);
  if (answer.outcome !== "done") return failedAnswer(answer);
  const { state, method, ...owner } = answer.value;
  const card = await findOurs(parts, owner);
  if (!card) return { outcome: "ignored", detail: "no card of this portal" };
  if (state === "succeeded" && method !== null) {
    if (method.stripeCustomerId !== card.stripeCustomerId) {
      log.error({ alarm: "card", setupId }, "a card was saved for another customer");
      return { outcome: "ignored", detail: "the card is another customer's" };
    }
    const { methodId, face } = method;
    const saved = { type: "saved", methodId, face };
    return tellStripeFact(parts, targetOf(card), `saved/${setupId}`, saved, receivedAt);
  }
  const isOver = hasExpired || state === "cancelled";
  if (!isOver) return { outcome: "nothing", detail: "the card is being entered" };
  return tellStripeFact(parts, targetOf(card), "expire", { type: "expire" }, receivedAt);
}

const isSameFace = (card: CardRow, { face }: SavedMethod) =>
  card.brand === face.brand &&
  card.last4 === face.last4 &&
  card.expMonth === face.expMonth &&
  card.expYear === face.expYear;

/** Asks Stripe how a saved card stands: its network renews it, and somebody may detach it there. */
export async function learnOfMethod(
  parts: PaymentParts,
  methodId: string,
  receivedAt: string,
): Promise<FactOutcome> {
  const card = await parts.database.transaction(engine, (tx) => findCardByMethod(tx, methodId));
  if (!card) return { outcome: "ignored", detail: "no card of this portal" };
  const answer = await parts.payments.readMethod(methodId);
  if (answer.outcome !== "done") return failedAnswer(answer);
  const { stripeCustomerId, face } = answer.value;
  if (stripeCustomerId === null) {
    return tellStripeFact(parts, targetOf(card), "detach", { type: "detach" }, receivedAt);
  }
  if (isSameFace(card, answer.value)) return { outcome: "nothing", detail: "nothing has changed" };
  const { brand, last4, expYear, expMonth } = face;
  const commandId = ["face", brand, last4, expYear, expMonth].join("/");
  return tellStripeFact(parts, targetOf(card), commandId, { type: "change", face }, receivedAt);
}
