import { useEffect, useRef } from "react";
import { useActionData } from "react-router";

import { useMessages } from "#app/i18n/use-messages.ts";

/** One error of a form with the id of the control that it belongs to; no id for the form as a whole. */
export type SummaryError = { id?: string; message: string };

/**
 * Turns conform's `form.id` and `form.allErrors` into the summary's list: each message once, in the
 * order of the fields, with the id that conform gives the field's control.
 */
export function summaryErrors(formId: string, allErrors: Record<string, string[]>): SummaryError[] {
  return Object.entries(allErrors).flatMap(([name, messages]) =>
    messages.map((message) => (name ? { id: `${formId}-${name}`, message } : { message })),
  );
}

/**
 * What is wrong with a form, above it: takes the focus after each failed submit and links to the
 * fields with the words that stand beside them. Renders nothing while there is no error.
 *
 * @example
 * <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
 */
export function ErrorSummary({ errors }: { errors: readonly SummaryError[] }) {
  const { form } = useMessages().frame;
  const box = useRef<HTMLDivElement>(null);
  const submission = useActionData<unknown>();
  const failed = errors.length > 0;

  useEffect(() => {
    if (!failed) return;
    // Later than conform, which puts the focus on the first wrong field in its own effect.
    const timer = setTimeout(() => box.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, [failed, submission]);

  if (!failed) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // For browsers without JavaScript; React leaves this attribute to the HTML that it sends.
      autoFocus
      data-focus-target
      aria-labelledby="error-summary-title"
      className="border-error-2 mb-8 rounded-8 border-2 bg-white p-4 sm:p-6"
    >
      <h2 id="error-summary-title" className="text-std-20B-160 text-error-2">
        {form.errorSummary}
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {errors.map(({ id, message }) => (
          <li key={`${id}${message}`} className="py-1">
            {id ? (
              <a className="text-error-2 inline-block py-1.5 hover:text-red-1000" href={`#${id}`}>
                {message}
              </a>
            ) : (
              <span className="text-error-2">{message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
