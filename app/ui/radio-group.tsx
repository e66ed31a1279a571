import type { ReactNode } from "react";

import { Radio } from "./checkbox.tsx";
import { Fieldset } from "./fieldset.tsx";
import type { FieldLike } from "./field-wiring.ts";

/** One answer of a radio group. */
export type RadioOption = { value: string; label: ReactNode; support?: ReactNode };

/**
 * One question, one answer. `field` is conform's field metadata or any `{ id, name, errors }`;
 * `defaultValue` is the value chosen at first.
 *
 * @example
 * <RadioGroup
 *   field={fields.method}
 *   legend={t.invoice.method}
 *   required
 *   defaultValue={fields.method.initialValue}
 *   options={[{ value: "card", label: t.invoice.card }, { value: "transfer", label: t.invoice.transfer }]}
 * />
 */
export function RadioGroup({
  field,
  legend,
  required,
  support,
  options,
  defaultValue,
}: {
  field: FieldLike & { name: string };
  legend: ReactNode;
  required?: boolean;
  support?: ReactNode;
  options: readonly RadioOption[];
  defaultValue?: string;
}) {
  const invalid = Boolean(field.errors?.length);
  return (
    <Fieldset field={field} legend={legend} required={required} support={support}>
      {options.map((option) => (
        <Radio
          key={option.value}
          id={`${field.id}-${option.value}`}
          name={field.name}
          value={option.value}
          defaultChecked={option.value === defaultValue}
          aria-invalid={invalid || undefined}
          label={option.label}
          support={option.support}
        />
      ))}
    </Fieldset>
  );
}
