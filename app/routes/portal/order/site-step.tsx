import { useMessages } from "#app/i18n/use-messages.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { PostalCodeField } from "./postal-code-field.tsx";
import { StepForm, useStepForm, type StepProps } from "./step-form.tsx";
import { PrefectureField, TextField } from "./text-field.tsx";

/** Where the service is used, in Japan only (A14.1); the company's own address needs no typing. */
export function SiteStep(props: StepProps) {
  const { formId, field } = useStepForm(props);
  const t = useMessages().order;
  const same = field("sameAsCompany");
  return (
    <StepForm {...props} formId={formId}>
      <TextField field={field("siteName")} />
      <Checkbox
        id={same.id}
        name={same.name}
        value="on"
        defaultChecked={same.initialValue === "on"}
        label={t.fields.sameAsCompany}
        support={t.support["sameAsCompany"]}
      />
      <fieldset className="flex min-w-0 flex-col gap-8 [form:has([name=sameAsCompany]:checked)_&]:hidden">
        <legend className="text-std-18B-160 mb-4">{t.siteAddress}</legend>
        <PostalCodeField
          field={field("postalCode")}
          autoComplete="section-site postal-code"
          filled={props.filled}
        />
        <PrefectureField
          field={field("prefecture")}
          autoComplete="section-site address-level1"
          foreign
        />
        <TextField field={field("city")} autoComplete="section-site address-level2" />
        <TextField field={field("street")} autoComplete="section-site address-line1" />
      </fieldset>
    </StepForm>
  );
}
