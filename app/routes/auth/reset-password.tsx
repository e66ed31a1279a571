import { getInputProps, useForm } from "@conform-to/react";
import { Link, redirect } from "react-router";
import { z } from "zod";
import { messagesFor, type Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { localeContext } from "#app/middleware/context.ts";
import { currentPortal } from "#app/portal.ts";
import { ErrorSummary, summaryErrors } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { resetPassword } from "#app/usecases/accounts/reset-password.ts";
import type { Route } from "./+types/reset-password.ts";
import { ColumnForm } from "./form.tsx";
import { password, readForm, refuseForm } from "./read-form.ts";

const schema = (t: Messages) => z.object({ token: z.string().max(200), newPassword: password(t) });

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "" };
}

export async function action({ request, context }: Route.ActionArgs) {
  const t = messagesFor(context.get(localeContext));
  const submission = await readForm(request, schema(t));
  if (submission.status !== "success") return refuseForm(submission);
  const { token, newPassword } = submission.value;
  const fault = await resetPassword(currentPortal(), token, newPassword);
  if (fault === null) return redirect("/sign-in?notice=resetDone", 303);
  if (fault === "token") return refuseForm(submission, { formErrors: [t.auth.reset.failed] });
  return refuseForm(submission, { fieldErrors: { newPassword: [t.auth.faults[fault]] } });
}

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.auth.reset;
  const [form, fields] = useForm<z.infer<ReturnType<typeof schema>>>({
    id: "reset",
    lastResult: actionData?.result,
  });
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} failed={!form.valid} />
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      <ColumnForm id={form.id} submit={words.submit}>
        <input type="hidden" name="token" value={loaderData.token} />
        <Field
          field={fields.newPassword}
          label={words.newPassword}
          required
          support={t.auth.passwordSupport}
        >
          <TextInput
            {...getInputProps(fields.newPassword, { type: "password" })}
            autoComplete="new-password"
          />
        </Field>
      </ColumnForm>
      <p className="mt-8">
        <Link to="/forgot-password">{words.again}</Link>
      </p>
    </>
  );
}
