import { and, asc, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { payment } from "#db/schema/money.ts";
import type { PaymentRow } from "./find-payment.ts";

/** Every payment that was begun for an invoice, earliest first. */
export async function readPaymentsOfInvoice(
  tx: Handle,
  key: { customerId: string; invoiceId: string },
): Promise<PaymentRow[]> {
  return tx
    .select()
    .from(payment)
    .where(and(eq(payment.customerId, key.customerId), eq(payment.invoiceId, key.invoiceId)))
    .orderBy(asc(payment.paymentId));
}
