import { messagesFor } from "#app/i18n/messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { exportTrialBalance } from "#app/usecases/finance/ledger/trial-balance.ts";
import type { Route } from "./+types/trial-balance-csv.ts";
import { csvAttachment } from "./csv-attachment.ts";

/** `GET /finance/ledger/trial-balance.csv?from=…&to=…`: the trial balance for spreadsheets. */
export async function loader({ request, context }: Route.LoaderArgs): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const asked = { from: search.get("from"), to: search.get("to") };
  const words = messagesFor(context.get(localeContext));
  return answer(async () =>
    csvAttachment(await exportTrialBalance(principalOf(context), asked, words)),
  );
}
