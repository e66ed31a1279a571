import { getInputProps, useForm } from "@conform-to/react";
import { z } from "zod";
import { messagesFor, type Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { localeContext } from "#app/middleware/context.ts";
import { currentPortal } from "#app/portal.ts";
import { ErrorSummary, summaryErrors } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { repeatVerification } from "#app/usecases/accounts/sign-up.ts";
import type { Route } from "./+types/sign-up-sent.ts";
import { ColumnForm } from "./form.tsx";
import { email, readForm, refuseForm } from "./read-form.ts";

const schema = (t: Messages) => z.object({ email: email(t) });

export async function action({ request, context }: Route.ActionArgs) {
  const t = messagesFor(context.get(localeContext));
  const submission = await readForm(request, schema(t));
  if (submission.status !== "success") return refuseForm(submission);
  await repeatVerification(currentPortal(), submission.value.email);
  return { result: submission.reply() };
}

export default function SignUpSent({ actionData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.auth.sent;
  const [form, fields] = useForm<z.infer<ReturnType<typeof schema>>>({
    id: "again",
    lastResult: actionData?.result,
  });
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} failed={!form.valid} />
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      {actionData?.result.status === "success" ? (
        <Notice kind="success" live title={words.again} className="mb-8" />
      ) : null}
      <h2 className="text-std-20B-160 mb-2">{words.missing}</h2>
      <p className="mb-6">{words.remedy}</p>
      <ColumnForm id={form.id} submit={words.submit}>
        <Field field={fields.email} label={t.auth.email} required>
          <TextInput {...getInputProps(fields.email, { type: "email" })} autoComplete="email" />
        </Field>
      </ColumnForm>
    </>
  );
}
