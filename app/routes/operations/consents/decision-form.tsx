import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { Decision } from "#app/usecases/consents/decide-consent.ts";
import type { StaffConsentPage } from "#app/usecases/consents/read-consents.ts";
import { ClauseText } from "../clause-text.tsx";
import { Confirmation } from "../confirmation.tsx";

/** The decision in writing: what follows from it, its conditions or its reason, then one button. */
export function DecisionForm({
  page: { request, assignee },
  step,
  clickId,
  errors,
  typed,
  back,
}: {
  page: StaffConsentPage;
  step: Decision;
  clickId: string;
  errors: readonly { id: string; message: string }[];
  typed: { text: string; effectiveDay: string; reason: string } | undefined;
  back: { to: string; label: string };
}) {
  const messages = useMessages();
  const t = messages.consents;
  const locale = useLocale();
  const field = (id: string) => ({
    ...{ id, name: id },
    errors: errors.filter((error) => error.id === id).map(({ message }) => message),
  });
  const isConsent = step === "consent";
  const titles = {
    consent: t.consentTitle,
    refuse: t.refuseTitle,
    refuseAssignee: t.refuseAssigneeTitle,
  };
  const happens =
    step === "consent"
      ? t.happens[request.kind === "resale" ? "resale" : "assignment"]
      : t.happens[step];
  return (
    <Confirmation
      title={titles[step]}
      happens={happens}
      intent={step}
      submit={isConsent ? t.submitConsent : t.submitRefuse}
      danger={!isConsent}
      clickId={clickId}
      back={back}
    >
      {isConsent && request.kind === "assignment" ? (
        <Field
          field={field("effectiveDay")}
          label={t.fields.effectiveDay}
          required
          support={t.support.effectiveDay}
        >
          <TextInput type="date" name="effectiveDay" defaultValue={typed?.effectiveDay} />
        </Field>
      ) : null}
      {step === "refuseAssignee" ? (
        <RadioGroup
          field={field("reason")}
          legend={t.fields.reason}
          required
          defaultValue={typed?.reason}
          options={(assignee?.reasons ?? []).map(({ reason, label, clause, prompted }) => ({
            value: reason,
            label: (
              <>
                {label[locale]} <ClauseText clause={clause} />
              </>
            ),
            support: prompted ? `▲ ${messages.operations.order.prompted}` : undefined,
          }))}
        />
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
