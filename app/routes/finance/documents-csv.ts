import { messagesFor } from "#app/i18n/messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { exportDocuments } from "#app/usecases/finance/documents/search-documents.ts";
import type { Route } from "./+types/documents-csv.ts";
import { csvAttachment } from "./ledger/csv-attachment.ts";

/** `GET /finance/documents.csv?…`: everything that the search finds, for spreadsheets. */
export async function loader({ request, context }: Route.LoaderArgs): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const words = messagesFor(context.get(localeContext));
  return answer(async () =>
    csvAttachment(await exportDocuments(principalOf(context), searchParams, words)),
  );
}
