import { redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { startCardPayment } from "#app/usecases/payments/start-card-payment.ts";
import type { Route } from "./+types/payment-start.ts";

/** `POST /portal/invoices/:invoiceId/payment`: leads to Stripe's page, or to the page that says why not. */
export async function action({ params, context }: Route.ActionArgs): Promise<Response> {
  const { invoiceId } = params;
  const start = await answer(() => startCardPayment(principalOf(context), invoiceId));
  const invoice = `/portal/invoices/${invoiceId}`;
  switch (start.kind) {
    case "checkout":
      return redirect(start.url, 303);
    case "payment":
      return redirect(`/portal/payments/${start.paymentId}`, 303);
    case "paid":
      return redirect(invoice, 303);
    default:
      return redirect(`${invoice}?payment=${start.kind}`, 303);
  }
}
