import { and, desc, eq, getTableColumns, inArray, isNull, lt, ne, or } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { card, cardConsent } from "#db/schema/card.ts";

export type CardRow = typeof card.$inferSelect;
export type CardConsentRow = typeof cardConsent.$inferSelect;

/** One saved card of a customer, or null. */
export async function findCard(
  tx: Handle,
  key: { customerId: string; cardId: string },
): Promise<CardRow | null> {
  const [row] = await tx
    .select()
    .from(card)
    .where(and(eq(card.customerId, key.customerId), eq(card.cardId, key.cardId)));
  return row ?? null;
}

/** The card that a payment method at Stripe is, or null. */
export async function findCardByMethod(tx: Handle, methodId: string): Promise<CardRow | null> {
  const [row] = await tx.select().from(card).where(eq(card.methodId, methodId));
  return row ?? null;
}

/** States of a card that was saved and that nothing has taken the place of. */
const kept = ["active", "expiring", "expired", "blocked"];

/** The customer's card, whether it can be charged or not; the one saved last, or null. */
export async function findPresentCard(tx: Handle, customerId: string): Promise<CardRow | null> {
  const [row] = await tx
    .select()
    .from(card)
    .where(and(eq(card.customerId, customerId), inArray(card.status, kept)))
    .orderBy(desc(card.savedAt), desc(card.cardId))
    .limit(1);
  return row ?? null;
}

/** Whether a card in a state can be charged. */
export const isChargeableState = (status: string): boolean =>
  status === "active" || status === "expiring";

/** The card by which a customer's invoices are paid by themselves, or null. */
export async function findChargeableCard(tx: Handle, customerId: string): Promise<CardRow | null> {
  const found = await findPresentCard(tx, customerId);
  return found && isChargeableState(found.status) ? found : null;
}

/** The customer's cards that were saved before one of them and are still kept. */
export async function findEarlierCards(tx: Handle, present: CardRow): Promise<CardRow[]> {
  const { customerId, cardId, savedAt } = present;
  if (savedAt === null) return [];
  return tx
    .select()
    .from(card)
    .where(
      and(
        eq(card.customerId, customerId),
        inArray(card.status, kept),
        ne(card.cardId, cardId),
        or(lt(card.savedAt, savedAt), and(eq(card.savedAt, savedAt), lt(card.cardId, cardId))),
      ),
    );
}

/**
 * The consent to a card of which its person has not opened the page at Stripe yet, so that the same click
 * goes on with it; null where there is none.
 */
export async function findUnopenedCard(
  tx: Handle,
  { customerId, userId }: { customerId: string; userId: string },
): Promise<CardConsentRow | null> {
  const [row] = await tx
    .select(getTableColumns(cardConsent))
    .from(cardConsent)
    .innerJoin(
      card,
      and(eq(card.customerId, cardConsent.customerId), eq(card.cardId, cardConsent.cardId)),
    )
    .where(
      and(
        eq(card.customerId, customerId),
        eq(card.status, "saving"),
        isNull(card.sessionId),
        eq(cardConsent.userId, userId),
      ),
    )
    .orderBy(desc(cardConsent.consentedAt))
    .limit(1);
  return row ?? null;
}

/** Writes a consent to automatic payment; the same card's consent is written once. */
export async function writeCardConsent(tx: Handle, row: CardConsentRow): Promise<void> {
  await tx.insert(cardConsent).values(row).onConflictDoNothing();
}

/** The consent under which a card was saved, or null. */
export async function readCardConsent(
  tx: Handle,
  key: { customerId: string; cardId: string },
): Promise<CardConsentRow | null> {
  const [row] = await tx
    .select()
    .from(cardConsent)
    .where(and(eq(cardConsent.customerId, key.customerId), eq(cardConsent.cardId, key.cardId)));
  return row ?? null;
}
