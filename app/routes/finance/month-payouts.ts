import { messagesFor } from "#app/i18n/messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { exportPayoutReport } from "#app/usecases/finance/months/payout-report.ts";
import type { Route } from "./+types/month-payouts.ts";
import { csvAttachment } from "./months/csv-attachment.ts";

/** `GET …/payouts.csv`: every line of the month's payouts with what became of it, to be saved. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { months, finance } = messagesFor(context.get(localeContext));
  const { states, reasons } = finance.payout;
  const words = { ...months.payoutReport, states, reasons };
  const principal = principalOf(context);
  return csvAttachment(await answer(() => exportPayoutReport(principal, params.month, words)));
}
