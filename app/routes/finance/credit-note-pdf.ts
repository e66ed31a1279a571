import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { customersCreditNoteDocument } from "#app/usecases/invoices/credit-note-document.ts";
import type { Route } from "./+types/credit-note-pdf.ts";
import { pdfAttachment } from "../portal/attachment.ts";

/** `GET /finance/invoices/:customerId/:invoiceId/credit-notes/:creditNoteId`: a credit note, for finance. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const locale = context.get(localeContext);
  return answer(async () =>
    pdfAttachment(await customersCreditNoteDocument(principalOf(context), params, locale)),
  );
}
