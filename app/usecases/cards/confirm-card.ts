import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { learnFrom } from "#app/workflow/payment-facts.ts";
import { findCard } from "#db/queries/cards/find-card.ts";

/** How the saving of a card stands after its holder came back: `stale` where Stripe could not be asked. */
export type CardStanding = "saved" | "waiting" | "abandoned" | "stale";

/**
 * How the saving of a card stands, after asking Stripe: a browser that comes back proves nothing, so the
 * address counts for nothing but the card's id.
 *
 * @throws Problem `notFound` for a card that is not this customer's
 */
export async function confirmCard(principal: Principal, cardId: string): Promise<CardStanding> {
  const portal = currentPortal();
  const { customerId } = asMember(principal);
  if (!isIdentifier(cardId)) throw new Problem("notFound", "no identifier");
  const read = () =>
    portal.database.transaction({ role: "portal_app", customerId }, (tx) =>
      findCard(tx, { customerId, cardId }),
    );
  let card = await read();
  if (!card) throw new Problem("notFound", `no card ${cardId}`);
  if (card.status === "saving" && card.sessionId !== null) {
    const subject = { kind: "session", id: card.sessionId } as const;
    const learned = await learnFrom(portal, subject, principal.receivedAt);
    if (learned.outcome === "retry") return "stale";
    card = (await read()) ?? card;
  }
  if (card.status === "saving") return "waiting";
  return card.status === "abandoned" ? "abandoned" : "saved";
}
