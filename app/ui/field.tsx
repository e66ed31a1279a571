import type { ReactNode } from "react";

import { useMessages } from "#app/i18n/use-messages.ts";
import { FieldWiringContext, fieldIds } from "./field-wiring.ts";
import type { FieldLike } from "./field-wiring.ts";

/** Whether a field must be filled in, said in words: ※必須 or ※任意. */
export function Requirement({ required }: { required: boolean }) {
  const { form } = useMessages().frame;
  return (
    <span className={required ? "text-error-2 ml-2 font-400" : "text-support ml-2 font-400"}>
      {required ? form.required : form.optional}
    </span>
  );
}

/** Support text below a label; `id` is what the control's `aria-describedby` names. */
export function SupportText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="text-support text-std-16N-170">
      {children}
    </div>
  );
}

/** The errors of one field, each a sentence with cause and remedy. */
export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  const { form } = useMessages().frame;
  return (
    <div id={id} className="text-error-2 mt-1">
      {errors.map((error) => (
        <p key={error}>
          <span aria-hidden="true">＊</span>
          <span className="sr-only">{form.errorPrefix}</span>
          {error}
        </p>
      ))}
    </div>
  );
}

/**
 * One form field: label, requirement in words, support text, control, error, in this order. The
 * control inside (TextInput, Select, Textarea) gets its id, `aria-describedby` and `aria-invalid`
 * from here. `field` is conform's field metadata, or any `{ id, errors }`.
 *
 * @example
 * // with conform; the form element itself carries noValidate, so that our own words are shown
 * <Form method="post" {...getFormProps(form)} noValidate>
 *   <Field field={fields.email} label={t.auth.email} required support={t.auth.emailSupport}>
 *     <TextInput {...getInputProps(fields.email, { type: "email" })} autoComplete="email" />
 *   </Field>
 * </Form>
 *
 * @example
 * // plain
 * <Field field={{ id: "site" }} label="設置場所"><TextInput name="site" /></Field>
 */
export function Field({
  field,
  label,
  required = false,
  support,
  children,
}: {
  field: FieldLike;
  label: ReactNode;
  required?: boolean;
  support?: ReactNode;
  children: ReactNode;
}) {
  const ids = fieldIds(field.id);
  const invalid = Boolean(field.errors?.length);
  const describedBy =
    [support ? ids.support : "", invalid ? ids.error : ""].filter(Boolean).join(" ") || undefined;
  return (
    <div className="flex flex-col gap-1.5" data-invalid={invalid || undefined}>
      <label htmlFor={field.id} className="text-std-17B-170 w-fit">
        {label}
        <Requirement required={required} />
      </label>
      {support ? <SupportText id={ids.support}>{support}</SupportText> : null}
      <FieldWiringContext value={{ id: field.id, describedBy, invalid }}>
        {children}
      </FieldWiringContext>
      {invalid ? <FieldErrors id={ids.error} errors={field.errors ?? []} /> : null}
    </div>
  );
}
