import { useMessages } from "#app/i18n/use-messages.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { fieldIds } from "#app/ui/field-wiring.ts";
import { FieldErrors } from "#app/ui/field.tsx";
import {
  declarationClauses,
  declarationsOf,
} from "#app/usecases/orders/order-form/declarations.ts";
import { StepForm, useStepForm, type StepProps } from "./step-form.tsx";

/** What the applicant declares and consents to, one box each (A5.1, A5.3, A21–A23, A28, A32, A7.3). */
export function DeclarationsStep(props: StepProps) {
  const { formId, field } = useStepForm(props);
  const t = useMessages();
  return (
    <StepForm {...props} formId={formId}>
      {declarationsOf(props.page.needsDeviceCare).map((kind) => {
        const box = field(kind);
        const errorId = fieldIds(box.id).error;
        return (
          <div key={kind} className="border-line rounded-8 border px-4 py-3">
            <Checkbox
              id={box.id}
              name={box.name}
              value="on"
              defaultChecked={box.initialValue === "on"}
              aria-invalid={box.errors ? true : undefined}
              aria-describedby={box.errors ? errorId : undefined}
              label={
                <span className="font-700">
                  {t.order.declarations[kind].label}
                  <span className="text-error-2 ml-2 font-400">{t.frame.form.required}</span>
                </span>
              }
              support={t.order.declarations[kind].text}
            />
            <div className="pl-9">
              <ClauseChips clauses={declarationClauses[kind]} />
              {box.errors ? <FieldErrors id={errorId} errors={box.errors} /> : null}
            </div>
          </div>
        );
      })}
    </StepForm>
  );
}
