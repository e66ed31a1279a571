import type { ComponentProps, ReactNode } from "react";

import { classNames } from "./class-names.ts";

/** A native check box or radio button with its label; the whole line, 44 px high, can be clicked. */
function Choice({
  label,
  support,
  className,
  ...native
}: ComponentProps<"input"> & { label: ReactNode; support?: ReactNode }) {
  return (
    <label className={classNames("flex min-h-11 w-fit items-start gap-3 py-2 pr-3", className)}>
      <input
        {...native}
        className="accent-key-900 mt-0.5 size-6 shrink-0 aria-invalid:outline-2 aria-invalid:outline-error-2"
      />
      <span>
        {label}
        {support ? <span className="text-support block">{support}</span> : null}
      </span>
    </label>
  );
}

/**
 * One check box. Several that belong together stand in a Fieldset.
 *
 * @example
 * <Checkbox {...getInputProps(fields.agreed, { type: "checkbox" })} label={t.order.agree} />
 */
export function Checkbox(props: Omit<ComponentProps<typeof Choice>, "type">) {
  return <Choice {...props} type="checkbox" />;
}

/** One radio button; use RadioGroup for a whole question. */
export function Radio(props: Omit<ComponentProps<typeof Choice>, "type">) {
  return <Choice {...props} type="radio" />;
}
