import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { receiptDocument } from "#app/usecases/invoices/receipt-document.ts";
import type { Route } from "./+types/receipt-pdf.ts";
import { pdfAttachment } from "./attachment.ts";

/** `GET /portal/invoices/:invoiceId/receipt.pdf`: the receipt in the page's language; 404 unpaid. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const locale = context.get(localeContext);
  return answer(async () =>
    pdfAttachment(await receiptDocument(principalOf(context), params.invoiceId, locale)),
  );
}
