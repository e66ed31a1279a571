import { messagesFor } from "#app/i18n/messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { exportAccount } from "#app/usecases/finance/ledger/account-entries.ts";
import type { Route } from "./+types/account-csv.ts";
import { csvAttachment } from "./csv-attachment.ts";

/** `GET /finance/ledger/accounts/:account/entries.csv?from=…&to=…`: an account's entries for spreadsheets. */
export async function loader({ request, params, context }: Route.LoaderArgs): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const days = { from: search.get("from"), to: search.get("to"), page: null };
  const asked = { account: params.account, ...days };
  const words = messagesFor(context.get(localeContext));
  return answer(async () => csvAttachment(await exportAccount(principalOf(context), asked, words)));
}
