import { and, eq, isNull } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { stripeCustomer } from "#db/schema/card.ts";

export type StripeCustomerRow = typeof stripeCustomer.$inferSelect;

/** The customer at Stripe, also while its id is not known yet; null where none was asked for. */
export async function readStripeCustomer(
  tx: Handle,
  customerId: string,
): Promise<StripeCustomerRow | null> {
  const [row] = await tx
    .select()
    .from(stripeCustomer)
    .where(eq(stripeCustomer.customerId, customerId));
  return row ?? null;
}

/** Writes that a customer at Stripe is about to be asked for; who was first stays. */
export async function beginStripeCustomer(
  tx: Handle,
  customerId: string,
  keySince: Date,
): Promise<StripeCustomerRow> {
  await tx
    .insert(stripeCustomer)
    .values({ customerId, stripeCustomerId: null, keyNumber: 1, keySince })
    .onConflictDoNothing();
  const row = await readStripeCustomer(tx, customerId);
  if (!row) throw new Error(`The customer at Stripe of ${customerId} was not written.`);
  return row;
}

/** Writes that it is asked for under another key, because a search found nothing under the old one. */
export async function renewStripeKey(
  tx: Handle,
  { customerId, keyNumber }: StripeCustomerRow,
  keySince: Date,
): Promise<void> {
  await tx
    .update(stripeCustomer)
    .set({ keyNumber: keyNumber + 1, keySince })
    .where(
      and(
        eq(stripeCustomer.customerId, customerId),
        eq(stripeCustomer.keyNumber, keyNumber),
        isNull(stripeCustomer.stripeCustomerId),
      ),
    );
}

/** Writes the id that Stripe gave; an id that is known stays. */
export async function noteStripeCustomer(
  tx: Handle,
  customerId: string,
  stripeCustomerId: string,
): Promise<void> {
  await tx
    .update(stripeCustomer)
    .set({ stripeCustomerId })
    .where(and(eq(stripeCustomer.customerId, customerId), isNull(stripeCustomer.stripeCustomerId)));
}
