import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { WhatIfResult } from "#app/usecases/contracts/what-if/try-command.ts";
import { DifferenceList } from "./difference-list.tsx";
import { WhatIfFacts } from "./what-if-facts.tsx";
import { WhatIfLines } from "./what-if-lines.tsx";

/**
 * What an irreversible step changes in the coming 24 months, for the page on which it is confirmed: the
 * answer, the differences, and everything on demand.
 *
 * @example
 * <WhatIfSummary result={await summariseCommand(principal, contractId, event)} />
 */
export function WhatIfSummary({ result }: { result: WhatIfResult }) {
  const t = useMessages().whatIf;
  const { comparison, until } = result;
  if (!comparison) return null;
  return (
    <section aria-labelledby="what-if-title" className="flex flex-col gap-4">
      <h2 id="what-if-title">{t.summary.title}</h2>
      <p className="measure">
        {t.summary.lead(formatDay(until))}
        {t.result.paid}
      </p>
      <WhatIfFacts result={result} />
      <DifferenceList comparison={comparison} />
      <WhatIfLines comparison={comparison} />
    </section>
  );
}
