import { messagesFor } from "#app/i18n/messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { exportJournal } from "#app/usecases/finance/months/journal/export-journal.ts";
import type { Route } from "./+types/month-journal.ts";
import { csvAttachment } from "./months/csv-attachment.ts";

/** `GET …/journal.csv?for=freee`: the month's journal for an accounting package, to be saved. */
export async function loader({ params, context, request }: Route.LoaderArgs) {
  const format = new URL(request.url).searchParams.get("for") ?? "freee";
  const principal = principalOf(context);
  const { kinds } = messagesFor("ja").finance.invoice;
  return csvAttachment(await answer(() => exportJournal(principal, params.month, format, kinds)));
}
