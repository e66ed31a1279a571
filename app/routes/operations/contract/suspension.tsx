import { Form, Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { OpenCase } from "#app/usecases/breaches/open-cases.ts";
import type { SuspensionCause } from "#machines/contract/context.ts";
import { ClauseText } from "../clause-text.tsx";

/** Suspending the service for unpaid fees or by a breach case, and lifting it again (A15.2, A16.1). */
export function SuspensionSection({
  suspensions,
  openCases,
  ids,
  clickId,
  error,
}: {
  suspensions: readonly SuspensionCause[];
  openCases: readonly OpenCase[];
  ids: { customerId: string; contractId: string };
  clickId: string;
  error: string | undefined;
}) {
  const t = useMessages().operations.contract;
  const locale = useLocale();
  const isUnpaid = suspensions.some(({ kind }) => kind === "nonPayment");
  const cases = openCases.filter(({ caseId }) => suspensions.every(({ ref }) => ref !== caseId));
  const options = [
    ...(isUnpaid
      ? []
      : [{ value: "nonPayment", text: t.causes.nonPayment.label, clause: "A16.1" }]),
    ...cases.map(({ caseId, label, recordedOn }) => {
      const day = recordedOn === null ? "" : formatDay(recordedOn);
      return { value: caseId, text: t.breachOf(label[locale], day), clause: "A15.2" };
    }),
  ];
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.suspensionTitle}</h2>
      <p className="measure">{t.suspensionText}</p>
      {suspensions.length > 0 ? <p className="font-700">{t.suspendedNow}</p> : null}
      {suspensions.map(({ kind, ref }) => (
        <div key={`${kind}/${ref}`} className="flex flex-wrap items-center gap-3">
          <span>
            {t.causes[kind].label} <ClauseText clause={t.causes[kind].clause} />
          </span>
          {ref === null ? (
            <Form method="post">
              <input type="hidden" name="clickId" value={clickId} />
              <input type="hidden" name="cause" value={kind} />
              <Button name="intent" value="lift" look="secondary">
                {t.lift(t.causes[kind].label)}
              </Button>
            </Form>
          ) : (
            <Link
              to={`/operations/breaches/${ids.customerId}/${ref}`}
              className="inline-flex min-h-11 items-center"
            >
              {t.liftByCase}
            </Link>
          )}
        </div>
      ))}
      {options.length > 0 ? (
        <Form method="post" noValidate className="flex flex-col items-start gap-4">
          <input type="hidden" name="clickId" value={clickId} />
          <RadioGroup
            field={{ id: "cause", name: "cause", errors: error ? [error] : undefined }}
            legend={t.cause}
            required
            options={options.map(({ value, text, clause }) => ({
              value,
              label: (
                <>
                  {text} <ClauseText clause={clause} />
                </>
              ),
            }))}
          />
          <Button name="intent" value="suspend" look="danger">
            {t.suspend}
          </Button>
        </Form>
      ) : null}
      <p className="measure">
        {t.breachFirst}{" "}
        <Link
          to={`/operations/breaches/${ids.customerId}/new?contract=${ids.contractId}`}
          className="inline-flex min-h-11 items-center"
        >
          {t.breachNew}
        </Link>
      </p>
    </section>
  );
}
