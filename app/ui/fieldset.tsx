import type { ReactNode } from "react";

import { FieldErrors, Requirement, SupportText } from "./field.tsx";
import { fieldIds } from "./field-wiring.ts";
import type { FieldLike } from "./field-wiring.ts";

/**
 * A question answered by several controls: legend, requirement, support text, the controls, error.
 * Its id is the field's, so that the error summary can lead to it.
 *
 * @example
 * <Fieldset field={fields.options} legend={t.order.options}>
 *   {getCollectionProps(fields.options, { type: "checkbox", options: codes }).map((props) => (
 *     <Checkbox {...props} key={props.value} label={names[props.value]} />
 *   ))}
 * </Fieldset>
 */
export function Fieldset({
  field,
  legend,
  required,
  support,
  children,
}: {
  field: FieldLike;
  legend: ReactNode;
  required?: boolean;
  support?: ReactNode;
  children: ReactNode;
}) {
  const ids = fieldIds(field.id);
  const invalid = Boolean(field.errors?.length);
  const describedBy =
    [support ? ids.support : "", invalid ? ids.error : ""].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={describedBy} className="min-w-0">
      <legend className="text-std-17B-170">
        {legend}
        {required === undefined ? null : <Requirement required={required} />}
      </legend>
      {support ? <SupportText id={ids.support}>{support}</SupportText> : null}
      <div className="mt-1">{children}</div>
      {invalid ? <FieldErrors id={ids.error} errors={field.errors ?? []} /> : null}
    </fieldset>
  );
}
