import { useMessages } from "#app/i18n/use-messages.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { fieldIds } from "#app/ui/field-wiring.ts";
import { Field, FieldErrors } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { ConsentView } from "#app/usecases/consents/read-consents.ts";
import { Confirmation } from "../confirmation.tsx";

/** The decision in writing: what follows from it, its conditions or its reason, then one button. */
export function DecisionForm({
  request,
  step,
  clickId,
  errors,
  typed,
  back,
}: {
  request: ConsentView;
  step: "consent" | "refuse";
  clickId: string;
  errors: readonly { id: string; message: string }[];
  typed: { text: string; effectiveDay: string; maintenance: string } | undefined;
  back: { to: string; label: string };
}) {
  const t = useMessages().consents;
  const field = (id: string) => ({
    id,
    errors: errors.filter((error) => error.id === id).map(({ message }) => message),
  });
  const isConsent = step === "consent";
  const assigns = isConsent && request.kind === "assignment";
  const happens = !isConsent
    ? t.happens.refuse
    : request.kind === "resale"
      ? t.happens.resale
      : t.happens.assignment;
  const maintenance = field("maintenance");
  return (
    <Confirmation
      title={isConsent ? t.consentTitle : t.refuseTitle}
      happens={happens}
      intent={step}
      submit={isConsent ? t.submitConsent : t.submitRefuse}
      danger={!isConsent}
      clickId={clickId}
      back={back}
    >
      {assigns ? (
        <>
          <Field
            field={field("effectiveDay")}
            label={t.fields.effectiveDay}
            required
            support={t.support.effectiveDay}
          >
            <TextInput type="date" name="effectiveDay" defaultValue={typed?.effectiveDay} />
          </Field>
          <div>
            <Checkbox
              id="maintenance"
              name="maintenance"
              value="on"
              defaultChecked={typed?.maintenance === "on"}
              aria-invalid={maintenance.errors.length > 0 || undefined}
              aria-describedby={
                maintenance.errors.length > 0 ? fieldIds("maintenance").error : undefined
              }
              label={t.fields.maintenance}
            />
            {maintenance.errors.length > 0 ? (
              <FieldErrors id={fieldIds("maintenance").error} errors={maintenance.errors} />
            ) : null}
          </div>
        </>
      ) : null}
      <Field
        field={field("text")}
        label={isConsent ? t.fields.conditions : t.fields.refusal}
        required
        support={isConsent ? t.support.conditions : t.support.refusal}
      >
        <Textarea name="text" rows={6} defaultValue={typed?.text} />
      </Field>
    </Confirmation>
  );
}
