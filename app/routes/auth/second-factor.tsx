import { getInputProps, useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { z } from "zod";
import { messagesFor, type Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { localeContext, sessionTokenContext } from "#app/middleware/context.ts";
import { safeReturnTo } from "#app/middleware/return-to.ts";
import { callerOf } from "#app/middleware/session.ts";
import { currentPortal } from "#app/portal.ts";
import { ErrorSummary, summaryErrors } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { passSecondFactor } from "#app/usecases/accounts/sign-in.ts";
import type { Route } from "./+types/second-factor.ts";
import { ColumnForm } from "./form.tsx";
import { readForm, refuseForm, text } from "./read-form.ts";

const schema = (t: Messages) =>
  z.object({ code: text(50, t.auth.faults.codeMissing), returnTo: z.string().optional() });

export function loader({ request }: Route.LoaderArgs) {
  return { returnTo: safeReturnTo(new URL(request.url).searchParams.get("returnTo")) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const t = messagesFor(context.get(localeContext));
  const submission = await readForm(request, schema(t));
  if (submission.status !== "success") return refuseForm(submission);
  const { code, returnTo } = submission.value;
  const oldToken = context.get(sessionTokenContext);
  const result = await passSecondFactor(
    currentPortal(),
    callerOf(request, context),
    oldToken,
    code,
  );
  if (result.outcome === "signedIn") {
    return redirect(safeReturnTo(returnTo), { status: 303, headers: result.headers });
  }
  if (result.outcome === "startAgain") return redirect("/sign-in?notice=startAgain", 303);
  return refuseForm(submission, { fieldErrors: { code: [t.auth.faults.code] } });
}

export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.auth.secondFactor;
  const [form, fields] = useForm<z.infer<ReturnType<typeof schema>>>({
    id: "second-factor",
    lastResult: actionData?.result,
  });
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} failed={!form.valid} />
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      <ColumnForm id={form.id} submit={words.submit}>
        <input type="hidden" name="returnTo" value={loaderData.returnTo} />
        <Field field={fields.code} label={words.code} required support={words.codeSupport}>
          <TextInput
            {...getInputProps(fields.code, { type: "text" })}
            autoComplete="one-time-code"
            size={14}
          />
        </Field>
      </ColumnForm>
    </>
  );
}
