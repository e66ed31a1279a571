import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { creditNoteDocument } from "#app/usecases/invoices/credit-note-document.ts";
import type { Route } from "./+types/credit-note-pdf.ts";
import { pdfAttachment } from "./attachment.ts";

/** `GET /portal/invoices/:invoiceId/credit-notes/:creditNoteId`: the credit note in the page's language. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const locale = context.get(localeContext);
  return answer(async () =>
    pdfAttachment(await creditNoteDocument(principalOf(context), params, locale)),
  );
}
