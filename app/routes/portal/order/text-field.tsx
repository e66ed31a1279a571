import type { HTMLInputTypeAttribute } from "react";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { outsideJapan } from "#app/usecases/orders/order-form/fields.ts";
import { prefectures } from "#app/usecases/orders/order-form/prefectures.ts";
import { fieldLabel } from "./error-words.ts";

/** A field of the order form as `useStepForm` gives it. */
export interface FormField {
  id: string;
  name: string;
  errors?: string[];
  initialValue: string | string[] | undefined;
}

const textOf = ({ initialValue }: FormField) =>
  typeof initialValue === "string" ? initialValue : undefined;

/** A line to fill in, with the label and the help that the dictionary has for its name. */
export function TextField({
  field,
  type = "text",
  size,
  autoComplete = "off",
  support,
  required = true,
  min,
  max,
}: {
  field: FormField;
  type?: HTMLInputTypeAttribute;
  size?: number;
  autoComplete?: string;
  support?: string;
  required?: boolean;
  min?: string;
  max?: string;
}) {
  const t = useMessages().order;
  return (
    <Field
      field={field}
      label={fieldLabel(t, field.name)}
      required={required}
      support={support ?? t.support[field.name]}
    >
      <TextInput
        name={field.name}
        type={type}
        size={size}
        min={min}
        max={max}
        autoComplete={autoComplete}
        defaultValue={textOf(field)}
      />
    </Field>
  );
}

/** The 47 prefectures; with `foreign` also the answer that is refused with its reason. */
export function PrefectureField({
  field,
  autoComplete,
  foreign = false,
}: {
  field: FormField;
  autoComplete: string;
  foreign?: boolean;
}) {
  const t = useMessages().order;
  const locale = useLocale();
  return (
    <Field field={field} label={fieldLabel(t, field.name)} required>
      <Select name={field.name} autoComplete={autoComplete} defaultValue={textOf(field) ?? ""}>
        <option value="">{t.choosePrefecture}</option>
        {prefectures.map((prefecture) => (
          <option key={prefecture.ja} value={prefecture.ja}>
            {prefecture[locale]}
          </option>
        ))}
        {foreign ? <option value={outsideJapan}>{t.outsideJapan}</option> : null}
      </Select>
    </Field>
  );
}
