import { redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { authenticatePayment, giveUpPayment } from "#app/usecases/payments/authenticate-payment.ts";
import { readPaymentInvoice } from "#app/usecases/payments/confirm-return.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/payment-authentication.ts";

/**
 * `POST /portal/payments/:paymentId/authentication`: takes the cardholder to its bank for the same payment, or
 * takes the payment back so that the invoice can be paid in another way.
 */
export async function action({ params, context, request }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData();
  const principal = principalOf(context);
  const { paymentId } = params;
  const page = `/portal/payments/${paymentId}`;
  return answer(async () => {
    try {
      if (form.get("step") === "giveUp") {
        const isFree = await giveUpPayment(principal, paymentId);
        const invoiceId = await readPaymentInvoice(principal, paymentId);
        return redirect(isFree ? `/portal/invoices/${invoiceId}` : page, 303);
      }
      const way = await authenticatePayment(principal, paymentId);
      return redirect(way.kind === "bank" ? way.url : page, 303);
    } catch (error) {
      const isUnavailable = error instanceof Problem && error.code === "unavailable";
      if (!isUnavailable) throw error;
      return redirect(`${page}?failed=unavailable`, 303);
    }
  });
}
