import type { Handle } from "#db/client.ts";
import { findCard, findChargeableCard } from "#db/queries/cards/find-card.ts";

/**
 * The saved card that a mail is about: the one that it names, or for a new invoice the one by which it will
 * be paid. Null for any other mail.
 */
export async function readMailCard(
  tx: Handle,
  customerId: string,
  params: { template: string; cardId?: string | null },
): Promise<{ brand: string; last4: string } | null> {
  const { template, cardId } = params;
  if (!cardId && template !== "invoice-issued") return null;
  const card = cardId
    ? await findCard(tx, { customerId, cardId })
    : await findChargeableCard(tx, customerId);
  return card && { brand: card.brand ?? "", last4: card.last4 ?? "" };
}
