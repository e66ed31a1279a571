import { messagesFor } from "#app/i18n/messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { exportReceivables } from "#app/usecases/finance/ledger/receivables-by-age.ts";
import type { Route } from "./+types/receivables-csv.ts";
import { csvAttachment } from "./csv-attachment.ts";

/** `GET /finance/ledger/receivables.csv?day=…`: every open invoice with its age for spreadsheets. */
export async function loader({ request, context }: Route.LoaderArgs): Promise<Response> {
  const asked = { day: new URL(request.url).searchParams.get("day") };
  const words = messagesFor(context.get(localeContext));
  return answer(async () =>
    csvAttachment(await exportReceivables(principalOf(context), asked, words)),
  );
}
