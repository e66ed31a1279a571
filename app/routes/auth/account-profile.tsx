import { getInputProps, getSelectProps, useForm, type SubmissionResult } from "@conform-to/react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { locales } from "#app/i18n/messages.ts";
import { ErrorSummary, summaryErrors } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { ColumnForm } from "./form.tsx";

/** The person's name and the language of its mails. */
export function ProfileForm({
  profile,
  lastResult,
}: {
  profile: { name: string; email: string; locale: string };
  lastResult?: SubmissionResult;
}) {
  const t = useMessages();
  const words = t.auth.account;
  const { name, email, locale } = profile;
  const [form, fields] = useForm<{ name: string; locale: string }>({
    id: "profile",
    lastResult,
    defaultValue: { name, locale },
  });
  return (
    <section aria-labelledby="profile-title">
      <h2 id="profile-title" className="text-std-24B-150 mb-4">
        {words.profile}
      </h2>
      <p className="mb-6">
        {t.auth.email}: <span className="break-all">{email}</span>
      </p>
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      <ColumnForm id={form.id} submit={t.frame.buttons.save}>
        <input type="hidden" name="intent" value="profile" />
        <Field field={fields.name} label={t.auth.name} required>
          <TextInput {...getInputProps(fields.name, { type: "text" })} autoComplete="name" />
        </Field>
        <Field
          field={fields.locale}
          label={words.language}
          required
          support={words.languageSupport}
        >
          <Select {...getSelectProps(fields.locale)}>
            {locales.map((value) => (
              <option key={value} value={value}>
                {t.frame.languages[value]}
              </option>
            ))}
          </Select>
        </Field>
      </ColumnForm>
    </section>
  );
}
