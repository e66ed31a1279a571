import { and, eq, getTableColumns } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { invoice, payment } from "#db/schema/money.ts";

/** A payment with what its page says of the invoice. */
export type PaymentOfInvoice = typeof payment.$inferSelect & {
  invoiceNumber: string | null;
  invoiceStatus: string;
};

/** One payment of a customer with its invoice, or null. */
export async function findPaymentOfInvoice(
  tx: Handle,
  key: { customerId: string; paymentId: string },
): Promise<PaymentOfInvoice | null> {
  const [row] = await tx
    .select({
      ...getTableColumns(payment),
      invoiceNumber: invoice.number,
      invoiceStatus: invoice.status,
    })
    .from(payment)
    .innerJoin(
      invoice,
      and(eq(invoice.customerId, payment.customerId), eq(invoice.invoiceId, payment.invoiceId)),
    )
    .where(and(eq(payment.customerId, key.customerId), eq(payment.paymentId, key.paymentId)));
  return row ?? null;
}
