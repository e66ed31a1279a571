import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { customersInvoiceDocument } from "#app/usecases/invoices/invoice-document.ts";
import type { Route } from "./+types/invoice-pdf.ts";
import { pdfAttachment } from "../portal/attachment.ts";

/** `GET /finance/invoices/:customerId/:invoiceId/invoice.pdf`: the qualified invoice in the page's language. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const locale = context.get(localeContext);
  return answer(async () =>
    pdfAttachment(await customersInvoiceDocument(principalOf(context), params, locale)),
  );
}
