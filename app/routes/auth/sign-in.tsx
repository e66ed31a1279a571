import { getInputProps, useForm } from "@conform-to/react";
import { Link, redirect } from "react-router";
import { z } from "zod";
import { messagesFor, type Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { localeContext, sessionTokenContext } from "#app/middleware/context.ts";
import { safeReturnTo } from "#app/middleware/return-to.ts";
import { callerOf } from "#app/middleware/session.ts";
import { currentPortal } from "#app/portal.ts";
import { ErrorSummary, summaryErrors } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { signIn } from "#app/usecases/accounts/sign-in.ts";
import { demoAccounts } from "#app/usecases/demo/demo-accounts.ts";
import type { Route } from "./+types/sign-in.ts";
import { DemoAccounts } from "./demo-accounts.tsx";
import { ColumnForm } from "./form.tsx";
import { email, password, readForm, refuseForm } from "./read-form.ts";

const schema = (t: Messages) =>
  z.object({ email: email(t), password: password(t), returnTo: z.string().optional() });

const notices = ["startAgain", "resetDone", "needed"] as const;

export function loader({ request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const returnTo = query.get("returnTo");
  const notice = notices.find((name) => query.get("notice") === name);
  return {
    returnTo: safeReturnTo(returnTo, ""),
    notice: notice ?? (returnTo === null ? null : ("needed" as const)),
    demo: demoAccounts(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const t = messagesFor(context.get(localeContext));
  const submission = await readForm(request, schema(t));
  if (submission.status !== "success") return refuseForm(submission);
  const { returnTo, ...given } = submission.value;
  const oldToken = context.get(sessionTokenContext);
  const result = await signIn(currentPortal(), callerOf(request, context), oldToken, given);
  const target = safeReturnTo(returnTo);
  if (result.outcome === "signedIn")
    return redirect(target, { status: 303, headers: result.headers });
  if (result.outcome === "secondFactor") {
    const next = `/sign-in/second-factor?returnTo=${encodeURIComponent(target)}`;
    return redirect(next, { status: 303, headers: result.headers });
  }
  return refuseForm(submission, { formErrors: [t.auth.signIn[result.outcome]] });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.auth.signIn;
  const { notice, returnTo, demo } = loaderData;
  const [form, fields] = useForm<z.infer<ReturnType<typeof schema>>>({
    id: "sign-in",
    lastResult: actionData?.result,
  });
  return (
    <>
      <PageHeader title={words.title} failed={!form.valid} />
      <ErrorSummary errors={summaryErrors(form.id, form.allErrors)} />
      {notice && form.valid ? (
        <Notice
          kind={notice === "resetDone" ? "success" : "info"}
          title={words[notice]}
          className="mb-8"
        />
      ) : null}
      <ColumnForm id={form.id} submit={words.submit}>
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field field={fields.email} label={t.auth.email} required>
          <TextInput {...getInputProps(fields.email, { type: "email" })} autoComplete="username" />
        </Field>
        <Field field={fields.password} label={t.auth.password} required>
          <TextInput
            {...getInputProps(fields.password, { type: "password" })}
            autoComplete="current-password"
          />
        </Field>
      </ColumnForm>
      <ul className="mt-8 flex flex-col">
        <li>
          <Link to="/forgot-password" className="inline-flex min-h-11 items-center">
            {words.forgot}
          </Link>
        </li>
        <li>
          <Link to="/sign-up/sent" className="inline-flex min-h-11 items-center">
            {t.auth.sent.missing}
          </Link>
        </li>
        <li>
          <Link to="/sign-up" className="inline-flex min-h-11 items-center">
            {words.noAccount}
          </Link>
        </li>
      </ul>
      {demo ? <DemoAccounts {...demo} /> : null}
    </>
  );
}
