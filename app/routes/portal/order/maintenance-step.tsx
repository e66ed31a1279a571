import { StepForm, useStepForm, type StepProps } from "./step-form.tsx";
import { TextField } from "./text-field.tsx";

/** The maintenance contract (保守サービス) of the hardware (A5.2). */
export function MaintenanceStep(props: StepProps) {
  const { formId, field } = useStepForm(props);
  return (
    <StepForm {...props} formId={formId}>
      <TextField field={field("vendor")} />
      <TextField field={field("contractNumber")} size={30} />
      <TextField field={field("hardwareModel")} size={30} />
      <TextField field={field("serialNumber")} size={30} />
      <TextField field={field("validUntil")} type="date" size={12} />
    </StepForm>
  );
}
