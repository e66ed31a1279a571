import { getInputProps, useForm } from "@conform-to/react";
import { Link, redirect } from "react-router";
import { z } from "zod";
import { messagesFor, type Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { localeContext } from "#app/middleware/context.ts";
import { callerOf } from "#app/middleware/session.ts";
import { currentPortal } from "#app/portal.ts";
import { ErrorSummary, summaryErrors } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { signUp } from "#app/usecases/accounts/sign-up.ts";
import type { Route } from "./+types/sign-up.ts";
import { ColumnForm } from "./form.tsx";
import { email, password, readForm, refuseForm, text } from "./read-form.ts";

const schema = (t: Messages) =>
  z.object({
    companyName: text(200, t.auth.faults.companyName),
    name: text(100, t.auth.faults.name),
    email: email(t),
    password: password(t),
  });

export async function action({ request, context }: Route.ActionArgs) {
  const locale = context.get(localeContext);
  const t = messagesFor(locale);
  const submission = await readForm(request, schema(t));
  if (submission.status !== "success") return refuseForm(submission);
  const wanted = { ...submission.value, locale };
  const fault = await signUp(currentPortal(), callerOf(request, context), wanted);
  if (fault) return refuseForm(submission, { fieldErrors: { password: [t.auth.faults[fault]] } });
  return redirect("/sign-up/sent", 303);
}

export default function SignUp({ actionData }: Route.ComponentProps) {
  const t = useMessages();
  const [form, fields] = useForm<z.infer<ReturnType<typeof schema>>>({
    id: "sign-up",
    lastResult: actionData?.result,
  });
  const input = { type: "text" } as const;
  return (
    <>
      <PageHeader title={t.auth.signUp.title} lead={t.auth.signUp.lead} failed={!form.valid} />
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      <ColumnForm id={form.id} submit={t.auth.signUp.submit}>
        <Field field={fields.companyName} label={t.auth.companyName} required>
          <TextInput {...getInputProps(fields.companyName, input)} autoComplete="organization" />
        </Field>
        <Field field={fields.name} label={t.auth.name} required>
          <TextInput {...getInputProps(fields.name, input)} autoComplete="name" />
        </Field>
        <Field
          field={fields.email}
          label={t.auth.email}
          required
          support={t.auth.signUp.emailSupport}
        >
          <TextInput {...getInputProps(fields.email, { type: "email" })} autoComplete="email" />
        </Field>
        <Field
          field={fields.password}
          label={t.auth.password}
          required
          support={t.auth.passwordSupport}
        >
          <TextInput
            {...getInputProps(fields.password, { type: "password" })}
            autoComplete="new-password"
          />
        </Field>
      </ColumnForm>
      <p className="mt-8">
        <Link to="/sign-in">{t.auth.signUp.known}</Link>
      </p>
    </>
  );
}
