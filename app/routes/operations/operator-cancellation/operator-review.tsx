import { Form } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { OperatorEnd } from "#app/usecases/contracts/operator-cancellation.ts";
import { Refunds } from "../../what-if/what-if-facts.tsx";
import { WhatIfSummary } from "../../what-if/what-if-summary.tsx";

/** The second page: last day, refund and both futures; then one button. */
export function OperatorReview({ preview, clickId }: { preview: OperatorEnd; clickId: string }) {
  const { notices } = useMessages().contract;
  const t = notices.operator;
  const { wish, endDay, derivation, result } = preview;
  const day = wish === "earliest" ? null : wish;
  const search = new URLSearchParams({ wish: day ? "day" : wish, ...(day ? { day } : {}) });
  return (
    <>
      <DescriptionList
        items={[
          {
            term: t.end,
            description: (
              <>
                <p>
                  <span className="font-700 figures">{notices.endText(formatDay(endDay))}</span>{" "}
                  <ClauseChip clause="A17.1" />
                </p>
                <Derivation of={derivation} />
                <p>{t.delivery}</p>
              </>
            ),
          },
          {
            term: t.refund,
            description:
              result.refunds.length > 0 ? <Refunds refunds={result.refunds} /> : t.noRefund,
          },
          { term: t.happens, description: t.happensText },
        ]}
      />
      <WhatIfSummary result={{ ...result, refunds: [] }} />
      <Form method="post" action={`?${search}`} className="flex flex-wrap gap-3">
        <input type="hidden" name="wish" value={day ? "day" : wish} />
        {day ? <input type="hidden" name="day" value={day} /> : null}
        <input type="hidden" name="endDay" value={endDay} />
        <input type="hidden" name="clickId" value={clickId} />
        <Button look="danger">{t.submit}</Button>
        <LinkButton to="?" look="secondary">
          {t.other}
        </LinkButton>
      </Form>
    </>
  );
}
