import type { Evidence } from "../evidence.ts";

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** The successful charges at the provider. */
export const successfulCharges = ({ provider }: Evidence) =>
  provider.charges.filter(({ status }) => status === "succeeded");

/** One charge an invoice at most, each settles one payment, and all sums are the same yen. */
export function checkMoney(evidence: Evidence): string[] {
  const faults: string[] = [];
  const charges = successfulCharges(evidence);
  const chargeIds = new Set(charges.map(({ id }) => id));
  const settled = evidence.payments.filter(({ status }) => status === "succeeded");
  const byCharge = Map.groupBy(settled, ({ chargeId }) => chargeId);
  const byInvoice = Map.groupBy(settled, ({ invoiceId }) => invoiceId);
  for (const { id, amount } of charges) {
    const by = byCharge.get(id) ?? [];
    if (by.length !== 1) faults.push(`charge ${id} settled ${by.length} payments`);
    else if (by[0]?.amount !== amount) faults.push(`charge ${id} is not what was asked for`);
  }
  for (const { paymentId, chargeId } of settled) {
    if (chargeId === null || !chargeIds.has(chargeId)) {
      faults.push(`payment ${paymentId} is settled by no charge`);
    }
  }
  for (const { invoiceId, status, total, paid } of evidence.invoices) {
    const payments = byInvoice.get(invoiceId) ?? [];
    if (payments.length > 1)
      faults.push(`invoice ${invoiceId} was charged ${payments.length} times`);
    if (sum(payments.map(({ amount }) => amount)) !== paid) {
      faults.push(`invoice ${invoiceId} says that ${paid} yen are paid`);
    }
    if ((status === "paid") !== paid >= total) {
      faults.push(`invoice ${invoiceId} of ${total} yen is ${status} with ${paid} yen`);
    }
  }
  const odd = evidence.payments.filter(({ status }) => status === "mismatched");
  faults.push(...odd.map(({ paymentId }) => `payment ${paymentId} has another amount`));
  const [charged, received] = [charges, settled].map((rows) => sum(rows.map((row) => row.amount)));
  const booked = evidence.balances["stripeClearing"] ?? 0;
  if (charged !== received || charged !== booked) {
    faults.push(`${charged} yen were charged, ${received} settled, ${booked} booked`);
  }
  return faults;
}
