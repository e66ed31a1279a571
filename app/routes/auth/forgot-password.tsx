import { getInputProps, useForm } from "@conform-to/react";
import { z } from "zod";
import { messagesFor, type Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { localeContext } from "#app/middleware/context.ts";
import { currentPortal } from "#app/portal.ts";
import { ErrorSummary, summaryErrors } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { requestReset } from "#app/usecases/accounts/reset-password.ts";
import type { Route } from "./+types/forgot-password.ts";
import { ColumnForm } from "./form.tsx";
import { email, readForm, refuseForm } from "./read-form.ts";

const schema = (t: Messages) => z.object({ email: email(t) });

export async function action({ request, context }: Route.ActionArgs) {
  const t = messagesFor(context.get(localeContext));
  const submission = await readForm(request, schema(t));
  if (submission.status !== "success") return refuseForm(submission);
  await requestReset(currentPortal(), submission.value.email);
  return { result: submission.reply() };
}

export default function ForgotPassword({ actionData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.auth.forgot;
  const [form, fields] = useForm<z.infer<ReturnType<typeof schema>>>({
    id: "forgot",
    lastResult: actionData?.result,
  });
  if (actionData?.result.status === "success") {
    return <PageHeader title={words.sentTitle} lead={words.sent} />;
  }
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} failed={!form.valid} />
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      <ColumnForm id={form.id} submit={words.submit}>
        <Field field={fields.email} label={t.auth.email} required>
          <TextInput {...getInputProps(fields.email, { type: "email" })} autoComplete="username" />
        </Field>
      </ColumnForm>
    </>
  );
}
