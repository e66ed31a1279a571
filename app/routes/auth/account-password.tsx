import { getInputProps, useForm, type SubmissionResult } from "@conform-to/react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ErrorSummary, summaryErrors } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { ColumnForm } from "./form.tsx";

/** Changes the password; the present one proves who sits before the screen. */
export function PasswordForm({ lastResult }: { lastResult?: SubmissionResult }) {
  const t = useMessages();
  const words = t.auth.account;
  const [form, fields] = useForm<{ currentPassword: string; newPassword: string }>({
    id: "password",
    lastResult,
  });
  const input = { type: "password" } as const;
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title" className="text-std-24B-150 mb-2">
        {words.passwordTitle}
      </h2>
      <p className="mb-6">{words.passwordLead}</p>
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      <ColumnForm id={form.id} submit={words.changePassword}>
        <input type="hidden" name="intent" value="password" />
        <Field field={fields.currentPassword} label={words.currentPassword} required>
          <TextInput
            {...getInputProps(fields.currentPassword, input)}
            autoComplete="current-password"
          />
        </Field>
        <Field
          field={fields.newPassword}
          label={t.auth.reset.newPassword}
          required
          support={t.auth.passwordSupport}
        >
          <TextInput {...getInputProps(fields.newPassword, input)} autoComplete="new-password" />
        </Field>
      </ColumnForm>
    </section>
  );
}
