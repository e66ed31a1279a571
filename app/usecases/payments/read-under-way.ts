import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readCustomerLocale } from "#db/queries/money/customer-locale.ts";
import { readMachines } from "#db/queries/engine/read-machines.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/context.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";
import { sessionMinutes } from "#machines/payment/session.ts";
import type { PaymentUnderWay } from "./open-checkout.ts";

/** An invoice with the payment that is under way for it, if there is one. */
export interface PayableInvoice {
  status: string;
  underWay: PaymentUnderWay | null;
}

/**
 * Reads a customer's invoice and the payment that is open on it.
 *
 * @throws Problem `notFound` for an invoice that is not this customer's
 */
export async function readPayable(customerId: string, invoiceId: string): Promise<PayableInvoice> {
  const { database, appUrl } = currentPortal();
  return database.transaction({ role: "portal_app", customerId }, async (tx) => {
    const [invoice] = await readMachines(tx, [{ customerId, machineId: invoiceId }]);
    if (invoice?.kind !== "invoice") throw new Problem("notFound", `no invoice ${invoiceId}`);
    const { value, context } = presentState<InvoiceContext>(invoice);
    const status = String(value);
    const { openPayment } = context;
    if (openPayment === null) return { status, underWay: null };
    const [found] = await readMachines(tx, [{ customerId, machineId: openPayment }]);
    if (!found) throw new Error(`Invoice ${invoiceId} waits for a payment that is nowhere.`);
    const snapshot = presentState<PaymentContext>(found);
    const payment = snapshot.context;
    const locale = await readCustomerLocale(tx, customerId);
    const began = Date.parse(payment.createdAt ?? "");
    const request = {
      paymentId: openPayment,
      customerId,
      invoiceId,
      // The customer's language and not the clicker's: another one would be another request.
      invoiceNumber: context.number ?? "",
      amount: payment.amount,
      locale,
      expiresAt: new Date(began + sessionMinutes * 60_000).toISOString(),
      successUrl: `${appUrl}/portal/payments/${openPayment}`,
      cancelUrl: `${appUrl}/portal/invoices/${invoiceId}`,
    };
    const owed = outstanding(context);
    const state = String(snapshot.value);
    return { status, underWay: { customerId, state, payment, owed, request } };
  });
}
