import { and, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { payment } from "#db/schema/money.ts";
import { refund } from "#db/schema/refund.ts";

export type RefundRow = typeof refund.$inferSelect;

/** One refund of a customer, or null. */
export async function findRefund(
  tx: Handle,
  key: { customerId: string; refundId: string },
): Promise<RefundRow | null> {
  const [row] = await tx
    .select()
    .from(refund)
    .where(and(eq(refund.customerId, key.customerId), eq(refund.refundId, key.refundId)));
  return row ?? null;
}

/** The payment of any customer that was made by a charge, or null. */
export async function findPaymentOfCharge(tx: Handle, chargeId: string) {
  const [row] = await tx.select().from(payment).where(eq(payment.chargeId, chargeId));
  return row ?? null;
}
