import { Form } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { WhatIfResult } from "#app/usecases/contracts/what-if/try-command.ts";
import { WhatIfSummary } from "../what-if/what-if-summary.tsx";
import type { SoldOption } from "#machines/contract/context.ts";
import type { NextExit } from "#machines/contract/next-exits.ts";

/** What a notice for one option leads to, when and at what price, then one button (A9.2). */
export function OptionCancellation({
  option,
  exit,
  summary,
  commandId,
}: {
  option: SoldOption;
  exit: NextExit;
  summary: WhatIfResult | null;
  commandId: string;
}) {
  const t = useMessages().contract.optionOrders;
  const locale = useLocale();
  const name = locale === "ja" ? option.nameJa : option.nameEn;
  return (
    <section aria-labelledby="confirm-title" className="flex flex-col gap-6">
      <h2 id="confirm-title">{t.confirmTitle(name)}</h2>
      <DescriptionList
        items={[
          {
            term: t.end,
            description: (
              <>
                <span className="figures">{formatDay(exit.endDay)}</span>{" "}
                <ClauseChip clause={exit.basis} />
                <Derivation of={exit.endDerivation} />
              </>
            ),
          },
          { term: t.noticeBy, description: formatDay(exit.noticeBy) },
          { term: t.fees, description: formatYen(exit.fees) },
        ]}
      />
      {summary ? <WhatIfSummary result={summary} /> : null}
      <p className="measure">{t.confirmText(formatDay(exit.endDay))}</p>
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="optionId" value={option.optionId} />
        <input type="hidden" name="wish" value={exit.wish} />
        <input type="hidden" name="endDay" value={exit.endDay} />
        <Button name="step" value="cancel" look="danger">
          {t.confirm}
        </Button>
        <LinkButton to="." look="secondary">
          {t.back}
        </LinkButton>
      </Form>
    </section>
  );
}
