import { messagesFor } from "#app/i18n/messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { exportForecast } from "#app/usecases/finance/ledger/cash-forecast.ts";
import type { Route } from "./+types/forecast-csv.ts";
import { csvAttachment } from "./csv-attachment.ts";

/** `GET /finance/ledger/forecast.csv`: the money to come, line by line, for spreadsheets. */
export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const words = messagesFor(context.get(localeContext));
  return answer(async () => csvAttachment(await exportForecast(principalOf(context), words)));
}
