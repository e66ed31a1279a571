import type { ComponentProps } from "react";

import { classNames } from "./class-names.ts";
import { useFieldWiring } from "./field-wiring.ts";
import { controlClass } from "./text-input.tsx";

/**
 * A native select inside a Field; options are children.
 *
 * @example
 * <Field field={fields.prefecture} label={t.order.prefecture} required>
 *   <Select {...getSelectProps(fields.prefecture)}>
 *     <option value="">{t.order.choose}</option>
 *   </Select>
 * </Field>
 */
export function Select({ className, ...native }: ComponentProps<"select">) {
  const wired = useFieldWiring(native);
  return (
    <select {...wired} className={classNames(controlClass, "w-fit min-w-48 pr-8", className)} />
  );
}
