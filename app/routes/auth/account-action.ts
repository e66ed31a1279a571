import { data, redirect } from "react-router";
import { messagesFor } from "#app/i18n/messages.ts";
import { localeContext, userContext } from "#app/middleware/context.ts";
import { callerOf } from "#app/middleware/session.ts";
import { currentPortal } from "#app/portal.ts";
import { changePassword } from "#app/usecases/accounts/change-password.ts";
import { beginEnrolment, completeEnrolment } from "#app/usecases/accounts/enrol-second-factor.ts";
import { endOwnSession, saveProfile } from "#app/usecases/accounts/own-account.ts";
import type { Route } from "./+types/account.ts";
import { enrolmentOf } from "./enrolment.ts";
import { accountForms } from "./account-forms.ts";
import { readForm, refuseForm } from "./read-form.ts";

const done = (saved: string, headers?: Headers) =>
  redirect(`/account?saved=${saved}`, { status: 303, headers });

/** Everything that one of the page's forms is answered with. */
async function prepare({ request, context }: Route.ActionArgs) {
  const user = context.get(userContext);
  if (!user) throw data(null, { status: 403 });
  const t = messagesFor(context.get(localeContext));
  return { request, user, t, portal: currentPortal(), caller: callerOf(request, context) };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

async function profile({ request, user, t, portal }: Prepared) {
  const submission = await readForm(request, accountForms.profile(t));
  if (submission.status !== "success") return refuseForm(submission);
  await saveProfile(portal, user.userId, submission.value);
  return done("profile");
}

async function password({ request, user, t, portal, caller }: Prepared) {
  const submission = await readForm(request, accountForms.password(t));
  if (submission.status !== "success") return refuseForm(submission);
  const changed = await changePassword(portal, caller, user, submission.value);
  if ("headers" in changed) return done("password", changed.headers);
  const field = changed.fault === "currentPassword" ? "currentPassword" : "newPassword";
  return refuseForm(submission, { fieldErrors: { [field]: [t.auth.faults[changed.fault]] } });
}

async function session({ request, user, portal }: Prepared) {
  const submission = await readForm(request, accountForms.session());
  if (submission.status !== "success") throw data(null, { status: 404 });
  const ended = await endOwnSession(portal, user.userId, submission.value.sessionId);
  if (!ended) throw data(null, { status: 404 });
  return done("session");
}

async function begin({ request, user, t, portal, caller }: Prepared) {
  const submission = await readForm(request, accountForms.begin(t));
  if (submission.status !== "success") return refuseForm(submission);
  const begun = await beginEnrolment(portal, caller, submission.value.currentPassword);
  if (begun === null) {
    return refuseForm(submission, {
      fieldErrors: { currentPassword: [t.auth.faults.currentPassword] },
    });
  }
  return { result: undefined, enrolment: enrolmentOf(user.email, begun.key, begun.recoveryCodes) };
}

async function complete({ request, user, t, portal, caller }: Prepared) {
  const submission = await readForm(request, accountForms.complete(t));
  const shown = submission.payload as { key?: string; recoveryCodes?: string };
  const enrolment = enrolmentOf(
    user.email,
    shown.key ?? "",
    (shown.recoveryCodes ?? "").split(" "),
  );
  if (submission.status !== "success") return again(refuseForm(submission));
  const headers = await completeEnrolment(portal, caller, submission.value.code);
  if (headers) return done("second-factor", headers);
  return again(refuseForm(submission, { fieldErrors: { code: [t.auth.faults.code] } }));

  function again({ data: refusal }: ReturnType<typeof refuseForm>) {
    return data({ ...refusal, enrolment }, { status: 422 });
  }
}

const answers = { profile, password, session, begin, complete };

/** Does what the form named by `intent` asks for, as the signed-in person. */
export async function accountAction(args: Route.ActionArgs) {
  const intent = (await args.request.clone().formData()).get("intent");
  const name = Object.keys(answers).find((key) => key === intent) as
    | keyof typeof answers
    | undefined;
  if (!name) throw data(null, { status: 400 });
  return answers[name](await prepare(args));
}
