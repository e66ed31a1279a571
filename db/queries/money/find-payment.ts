import { and, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { payment } from "#db/schema/money.ts";

export type PaymentRow = typeof payment.$inferSelect;

/** One payment of a customer, or null. */
export async function findPayment(
  tx: Handle,
  key: { customerId: string; paymentId: string },
): Promise<PaymentRow | null> {
  const [row] = await tx
    .select()
    .from(payment)
    .where(and(eq(payment.customerId, key.customerId), eq(payment.paymentId, key.paymentId)));
  return row ?? null;
}
