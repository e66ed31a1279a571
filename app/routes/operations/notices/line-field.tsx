import type { HTMLInputTypeAttribute } from "react";
import { Field } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";

/** A field of a notice's form, filled in as it was typed, with what is wrong with it. */
export function LineField({
  name,
  label,
  typed,
  error,
  support,
  type = "text",
  rows,
  size,
  required = true,
}: {
  name: string;
  label: string;
  typed: TypedFields;
  error?: string | undefined;
  support?: string;
  type?: HTMLInputTypeAttribute;
  /** Lines of a text of several; one line where left out. */
  rows?: number;
  size?: number;
  required?: boolean;
}) {
  const value = typed[name]?.[0] ?? "";
  const field = { id: name, ...(error === undefined ? {} : { errors: [error] }) };
  return (
    <Field field={field} label={label} required={required} support={support}>
      {rows === undefined ? (
        <TextInput name={name} type={type} size={size} defaultValue={value} autoComplete="off" />
      ) : (
        <Textarea name={name} rows={rows} defaultValue={value} autoComplete="off" />
      )}
    </Field>
  );
}
