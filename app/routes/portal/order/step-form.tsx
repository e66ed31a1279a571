import { useForm, type SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { parseStep, schemaOf } from "#app/usecases/orders/order-form/check.ts";
import { formSteps, type FormStep } from "#app/usecases/orders/order-form/steps.ts";
import type { OrderStep } from "#app/usecases/orders/read-order-step.ts";
import { errorWords, inWords } from "./error-words.ts";

/** What the pages of the order form are drawn from. */
export interface StepProps {
  step: FormStep;
  page: OrderStep;
  lastResult: SubmissionResult | undefined;
  /** What came of filling the address in by its postal code: `filled` or `unknown`; null where nobody asked. */
  filled: string | null;
}

/**
 * The form of a step: filled in as it was typed, checked by the step's own schema. A submit always
 * goes to the server, which keeps what was typed even where it is wrong; while something wrong is being
 * put right, the browser checks it at once.
 */
export function useStepForm({ step, page, lastResult }: StepProps) {
  const t = useMessages().order;
  const schema = schemaOf(step, page.facts, page.needsDeviceCare);
  const [form, fields] = useForm<Record<string, string | string[]>, unknown>({
    id: step,
    lastResult,
    defaultValue: page.typed,
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseStep(formData, schema),
  });
  return {
    formId: form.id,
    field: (name: string) => {
      const field = fields[name];
      if (!field) throw new Error(`The step ${step} has no field ${name}.`);
      const { initialValue } = field;
      return { ...inWords(t, field), initialValue: initialValue as string | string[] | undefined };
    },
  };
}

/** The frame of a step: what is wrong above, the fields, the ways on below. */
export function StepForm({
  step,
  page,
  lastResult,
  formId,
  children,
}: StepProps & { formId: string; children: ReactNode }) {
  const t = useMessages().order;
  const errors = Object.entries(lastResult?.error ?? {}).flatMap(([name, codes]) =>
    (codes ?? []).map((code) => ({
      id: `${formId}-${name}`,
      message: errorWords(t, name, code),
    })),
  );
  const before = formSteps[formSteps.indexOf(step) - 1];
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form method="post" id={formId} noValidate className="flex flex-col gap-10">
        {/* The enter key presses the first button there is: it must be the way on. */}
        <button tabIndex={-1} aria-hidden="true" className="sr-only" />
        <div className="measure flex flex-col gap-8">{children}</div>
        <div className="flex flex-wrap gap-3">
          <Button size="large">{t.form.next}</Button>
          {before ? (
            <Button size="large" look="secondary" name="go" value={before}>
              {t.form.back}
            </Button>
          ) : null}
          <Button size="large" look="plain" name="go" value="later">
            {t.form.later}
          </Button>
        </div>
        <fieldset className="border-line border-t pt-6">
          <legend className="sr-only">{t.form.jump}</legend>
          <p aria-hidden="true" className="text-support">
            {t.form.jump}
          </p>
          <ul className="mt-2 flex flex-wrap gap-x-2 gap-y-1">
            {[...formSteps, "review" as const]
              .filter((name) => name !== step)
              .map((name) => (
                <li key={name}>
                  <Button size="small" look="plain" name="go" value={name}>
                    {t.steps[name]}
                    {name === "review" ? null : (
                      <span className="text-support font-400 no-underline">
                        {`（${page.complete.includes(name) ? `✓ ${t.form.complete}` : t.form.incomplete}）`}
                      </span>
                    )}
                  </Button>
                </li>
              ))}
          </ul>
        </fieldset>
      </Form>
    </>
  );
}
