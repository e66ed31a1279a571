import { confirmReturn } from "#app/usecases/payments/confirm-return.ts";
import { startCardPayment } from "#app/usecases/payments/start-card-payment.ts";
import type { Principal } from "#app/usecases/principal.ts";

/** Pays an invoice with the sandbox's good card, as a browser would. */
export async function payInvoice(
  payer: () => Promise<Principal>,
  invoiceId: string,
): Promise<void> {
  const start = await startCardPayment(await payer(), invoiceId);
  if (start.kind === "paid" || start.kind === "payment") return;
  if (start.kind !== "checkout") throw new Error(`The demo payment: ${start.kind}.`);
  const card = new URLSearchParams({
    number: "4242424242424242",
    expiry: "12/34",
    cvc: "123",
    name: "DEMO PAYER",
    email: "payer@demo.example",
  });
  const answer = await fetch(start.url, { method: "POST", body: card, redirect: "manual" });
  if (answer.status !== 303 && answer.status !== 302) {
    throw new Error(`The sandbox did not take the demo payment: ${answer.status}.`);
  }
  const { standing } = await confirmReturn(await payer(), start.paymentId);
  if (standing.state !== "paid") throw new Error(`The demo payment is ${standing.state}.`);
}
