import { Form, useLocation } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { TypedWish } from "#app/usecases/contracts/cancellation-wish.ts";
import type { OperatorCancellation } from "#app/usecases/contracts/operator-cancellation.ts";

/** The first page of the operator's cancellation: when it is to end. It only asks, so it is sent with GET. */
export function OperatorWish({
  page,
  typed,
  back,
}: {
  page: OperatorCancellation;
  typed: TypedWish | null;
  back: string;
}) {
  const { notices, cancellation } = useMessages().contract;
  const t = notices.operator;
  const { key } = useLocation();
  const { earliestEnd, earliestDerivation, latestEnd, problem } = page;
  const message =
    problem &&
    ("day" in problem
      ? cancellation.errors[problem.problem](formatDay(problem.day))
      : cancellation.errors[problem.problem]);
  const wrong = message ? { id: typed?.way === "day" ? "day" : "wish", message } : null;
  const errorsFor = (id: string) => (wrong?.id === id ? [wrong.message] : undefined);
  return (
    <>
      <ErrorSummary key={key} errors={wrong ? [wrong] : []} />
      <div className="border-line rounded-8 border p-4">
        <p>
          {t.delivery} <ClauseChip clause="A17.1" />
        </p>
        <Derivation of={earliestDerivation} />
      </div>
      <Form method="get" noValidate className="flex flex-col gap-6">
        <RadioGroup
          field={{ id: "wish", name: "wish", errors: errorsFor("wish") }}
          legend={t.choose}
          required
          defaultValue={typed?.way}
          options={[
            {
              value: "earliest",
              label: t.earliest,
              support: t.earliestSupport(formatDay(earliestEnd)),
            },
            {
              value: "day",
              label: t.day,
              support: t.daySupport(formatDay(earliestEnd), formatDay(latestEnd)),
            },
          ]}
        />
        <Field
          field={{ id: "day", errors: errorsFor("day") }}
          label={t.field}
          support={t.fieldSupport}
        >
          <TextInput type="date" name="day" size={12} defaultValue={typed?.day ?? undefined} />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button>{t.preview}</Button>
          <LinkButton to={back} look="secondary">
            {notices.back}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
