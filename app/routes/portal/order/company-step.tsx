import { PostalCodeField } from "./postal-code-field.tsx";
import { StepForm, useStepForm, type StepProps } from "./step-form.tsx";
import { PrefectureField, TextField } from "./text-field.tsx";

/** Registered information (届出事項, A5.1). */
export function CompanyStep(props: StepProps) {
  const { formId, field } = useStepForm(props);
  return (
    <StepForm {...props} formId={formId}>
      <TextField field={field("companyName")} autoComplete="organization" />
      <TextField field={field("companyNameKana")} />
      <TextField field={field("representative")} />
      <PostalCodeField
        field={field("postalCode")}
        autoComplete="postal-code"
        filled={props.filled}
      />
      <PrefectureField field={field("prefecture")} autoComplete="address-level1" />
      <TextField field={field("city")} autoComplete="address-level2" />
      <TextField field={field("street")} autoComplete="address-line1" />
      <TextField field={field("phone")} type="tel" size={20} autoComplete="tel" />
      <TextField field={field("contactName")} autoComplete="name" />
      <TextField field={field("contactEmail")} type="email" autoComplete="email" />
    </StepForm>
  );
}
