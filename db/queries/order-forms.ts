import { and, eq, inArray, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { orderForm } from "#db/schema/customer.ts";

/** The order form of a contract as stored: what was typed by step, and once sent, what was sent. */
export interface StoredOrderForm {
  contractId: string;
  form: Record<string, unknown>;
  savedAt: Date;
}

const columns = {
  contractId: orderForm.contractId,
  form: orderForm.form,
  savedAt: orderForm.savedAt,
};

/** The order forms of these contracts of a customer, as far as something was typed. */
export async function readOrderForms(
  tx: Handle,
  customerId: string,
  contractIds: readonly string[],
): Promise<StoredOrderForm[]> {
  if (contractIds.length === 0) return [];
  const rows = await tx
    .select(columns)
    .from(orderForm)
    .where(
      and(eq(orderForm.customerId, customerId), inArray(orderForm.contractId, [...contractIds])),
    );
  return rows as StoredOrderForm[];
}

/** What was typed into one part of the form, by whom and when. */
export interface OrderFormPart {
  customerId: string;
  contractId: string;
  part: string;
  content: unknown;
  savedAt: Date;
  savedBy: string;
}

/**
 * Keeps one part of the form; the other parts stay, whoever else is saving them. Returns false where
 * the form was sent already: what was sent does not change.
 */
export async function saveOrderFormPart(tx: Handle, saved: OrderFormPart): Promise<boolean> {
  const { customerId, contractId, part, content, savedAt, savedBy } = saved;
  const form = { [part]: content };
  const rows = await tx
    .insert(orderForm)
    .values({ customerId, contractId, form, savedAt, savedBy })
    .onConflictDoUpdate({
      target: [orderForm.customerId, orderForm.contractId],
      set: { form: sql`${orderForm.form} || excluded.form`, savedAt, savedBy },
      setWhere: sql`not jsonb_exists(${orderForm.form}, 'sent')`,
    })
    .returning({ contractId: orderForm.contractId });
  return rows.length === 1;
}
