import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { WhatIfResult } from "#app/usecases/contracts/what-if/try-command.ts";
import { Refunds } from "./what-if-result.tsx";
import { WhatIfLines } from "./what-if-lines.tsx";

/**
 * What an irreversible step of a customer changes in the coming 24 months, for the page on which it is
 * confirmed: the sum of the invoices both ways, the differences, and everything on demand.
 *
 * @example
 * <WhatIfSummary result={await summariseCommand(principal, contractId, event)} />
 */
export function WhatIfSummary({ result }: { result: WhatIfResult }) {
  const t = useMessages().whatIf;
  const { comparison, invoiced, until } = result;
  if (!comparison) return null;
  const difference = invoiced.with - invoiced.without;
  return (
    <section aria-labelledby="what-if-title" className="flex flex-col gap-4">
      <h2 id="what-if-title">{t.summary.title}</h2>
      <p className="measure">
        {t.summary.lead(formatDay(until))}
        {t.result.paid}
      </p>
      <dl className="border-line grid gap-x-8 gap-y-2 border-y py-3 sm:grid-cols-3">
        {[
          [t.result.without, formatYen(invoiced.without)],
          [t.result.with, formatYen(invoiced.with)],
          [t.result.difference, `${difference > 0 ? "+" : ""}${formatYen(difference)}`],
        ].map(([term, amount]) => (
          <div key={term}>
            <dt className="text-support">{t.summary.sumOf(term ?? "")}</dt>
            <dd className="figures font-700">{amount}</dd>
          </div>
        ))}
      </dl>
      <Refunds refunds={result.refunds} />
      <WhatIfLines comparison={comparison} differencesOnly />
      <details>
        <summary className="text-key-900 w-fit py-2.5 underline underline-offset-4">
          {t.result.all}
        </summary>
        <div className="mt-2">
          <WhatIfLines comparison={comparison} />
        </div>
      </details>
    </section>
  );
}
