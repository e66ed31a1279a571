import { Form } from "react-router";
import { formatYen } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import type { SoldOption } from "#machines/contract/context.ts";
import { ClauseText } from "../clause-text.tsx";

/** Options that were ordered during the term and wait for a decision (A9.1). */
export function AdditionsSection({
  options,
  clickId,
}: {
  options: readonly SoldOption[];
  clickId: string;
}) {
  const t = useMessages().operations.contract;
  const locale = useLocale();
  if (options.length === 0) return null;
  return (
    <section aria-labelledby="additions-title" className="flex flex-col gap-4">
      <h2 id="additions-title">
        {t.additionsTitle} <ClauseText clause="A9.1" />
      </h2>
      <p className="measure">{t.additionsText}</p>
      {options.map(({ optionId, nameJa, nameEn, annualPrice }) => (
        <Form key={optionId} method="post" className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="clickId" value={clickId} />
          <input type="hidden" name="optionId" value={optionId} />
          <span className="font-700">
            {t.addition(locale === "ja" ? nameJa : nameEn, formatYen(annualPrice))}
          </span>
          <Button name="intent" value="acceptAddition">
            {t.acceptAddition}
          </Button>
          <Button name="intent" value="rejectAddition" look="secondary">
            {t.rejectAddition}
          </Button>
        </Form>
      ))}
    </section>
  );
}
